package org.osteocohort.page.view;

import java.util.List;

/**
 * From all patients to one cohort.
 *
 * @param open whether it is shown at once
 */
public record Flow(String title, boolean open, List<FlowStep> steps, DataTable table) {
    public Flow {
        steps = List.copyOf(steps);
    }
}
