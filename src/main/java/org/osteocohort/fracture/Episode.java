package org.osteocohort.fracture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One fracture of one site: the rows that repeat it. Grows while rows are added in order of time. */
final class Episode {
    private final FractureSite site;
    private final List<FractureRow> rows = new ArrayList<>();
    private Side side;

    Episode(FractureRow first) {
        this.site = first.site();
        this.side = first.side();
        rows.add(first);
    }

    /** Groups rows of all sites, given in order of time, into episodes in order of their start. */
    static List<Episode> group(List<FractureRow> rows, FractureSettings settings) {
        List<Episode> episodes = new ArrayList<>();
        for (FractureRow row : rows) {
            Episode home = null;
            for (Episode episode : episodes) {
                if (episode.takes(row, settings) && (home == null || episode.nearer(home, row))) {
                    home = episode;
                }
            }
            if (home == null) {
                episodes.add(new Episode(row));
            } else {
                home.add(row);
            }
        }
        return episodes;
    }

    /** Sides are compared only when both are known. */
    private boolean takes(FractureRow row, FractureSettings settings) {
        boolean sameBone =
                site == row.site() && (side == row.side() || side == Side.UNKNOWN || row.side() == Side.UNKNOWN);
        return sameBone
                && ChronoUnit.DAYS.between(last(), row.date()) <= settings.episodeGapDays()
                && ChronoUnit.DAYS.between(start(), row.date()) <= settings.episodeCapDays();
    }

    /** The episode of the row's own side is nearer, else the one with the latest row, else the one that began later. */
    private boolean nearer(Episode other, FractureRow row) {
        boolean own = side == row.side();
        boolean othersOwn = other.side == row.side();
        return own == othersOwn ? !last().isBefore(other.last()) : own;
    }

    private void add(FractureRow row) {
        rows.add(row);
        if (side == Side.UNKNOWN) {
            side = row.side();
        }
    }

    LocalDate start() {
        return rows.get(0).date();
    }

    private LocalDate last() {
        return rows.get(rows.size() - 1).date();
    }

    Side side() {
        return side;
    }

    List<FractureRow> rows() {
        return rows;
    }
}
