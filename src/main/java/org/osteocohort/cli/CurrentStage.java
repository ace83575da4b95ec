package org.osteocohort.cli;

import java.util.function.Consumer;

/** What is being done now, so that a failure can tell where it happened without its own message. */
final class CurrentStage implements Consumer<String> {
    private volatile String name = "reading the arguments";

    @Override
    public void accept(String stage) {
        name = stage;
    }

    String name() {
        return name;
    }
}
