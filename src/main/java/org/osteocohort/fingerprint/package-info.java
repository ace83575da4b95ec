/**
 * Tells whether a file or a setting is the one that was seen before.
 *
 * <p>In: files and texts. Out: {@link org.osteocohort.fingerprint.Digest digests} of what was asked and {@link
 * org.osteocohort.fingerprint.FileFingerprint fingerprints} of input files. Plain Java; every file is read once.
 */
package org.osteocohort.fingerprint;
