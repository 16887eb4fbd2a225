#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stages.h"

// Part 4: the program on several workers, with as little serial work as you can.

/// Cuts a text into pieces. The pieces are in order, and joined they are the text, byte for byte. Each piece but the
/// last is the shortest one that has at least piece_bytes bytes and ends with white space (see kWhiteSpace), so no word
/// is cut. The last piece is the rest of the text. No piece is empty.
/// \param piece_bytes  >= 1
/// \throw std::invalid_argument when piece_bytes is 0; the message contains "piece_bytes"
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, std::size_t piece_bytes);

/// Returns the same report as run_sequential, computed by several threads at the same time.
///
/// Reads once; transforms each piece of split() once, and aggregates its words once; writes once, after all pieces are
/// counted. When a worker has counted a piece, it takes the next one that no worker has taken, so that no worker is
/// idle while there are pieces left. No worker waits for another one to transform or to aggregate. The work that one
/// thread does alone does not grow with the number of pieces: besides reading and writing, it is at most one merge for
/// each worker. All threads have ended when the call returns or throws.
///
/// \param workers      the largest number of threads that call transform and aggregate; >= 1
/// \param piece_bytes  >= 1
/// \throw std::invalid_argument when a parameter is 0; the message contains its name
/// \throw what a stage throws, after all threads have ended, and one of the exceptions when several calls throw; then
///        nothing is written
[[nodiscard]] std::string run_parallel(const Stages& stages, unsigned workers, std::size_t piece_bytes);
