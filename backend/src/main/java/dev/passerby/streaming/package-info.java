/** Streams a page's picture to a platform: from its socket through ffmpeg to an RTMP ingest. */
@NullMarked
package dev.passerby.streaming;

import org.jspecify.annotations.NullMarked;
