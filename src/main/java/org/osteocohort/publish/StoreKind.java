package org.osteocohort.publish;

import java.util.Locale;

/** What may be relied on, by the scheme of a URL. */
enum StoreKind {
    /** Folders and files are renamed in one step, also over another file: hdfs. */
    RENAMES_ALL(true, true),
    /**
     * Folders are renamed in one step, files never over another one: Azure with a hierarchical namespace. The pointer
     * is written over, and may be seen cut off for a moment; {@link LatestPointer} then looks beside it.
     */
    RENAMES_FOLDERS(true, false),
    /** Renaming copies: s3a, gs and whatever is not known. Writing a small file over another is one step there. */
    RENAMES_NOTHING(false, false);

    private final boolean folders;
    private final boolean overFiles;

    StoreKind(boolean folders, boolean overFiles) {
        this.folders = folders;
        this.overFiles = overFiles;
    }

    static StoreKind of(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "hdfs" -> RENAMES_ALL;
            case "abfs", "abfss" -> RENAMES_FOLDERS;
            default -> RENAMES_NOTHING;
        };
    }

    boolean renamesFolders() {
        return folders;
    }

    boolean renamesOverFiles() {
        return overFiles;
    }
}
