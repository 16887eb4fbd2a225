#pragma once

/// The bytes that this machine's memory moves in a second when so many threads copy arrays which are too large for the
/// caches, as the kernel Copy of STREAM does (McCalpin 1995): each byte that is read counts, and each that is written.
/// The best of several rounds, for what disturbs a round makes it slower.
[[nodiscard]] double copied_bytes_per_s(unsigned threads);
