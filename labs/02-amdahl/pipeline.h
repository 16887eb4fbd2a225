#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stages.h"

// Part 4: the program on several workers, with as little serial work as you can.

/// Cuts a text into pieces: in order, and together the text, byte for byte. Each piece but the last is the shortest one
/// that has at least piece_bytes bytes and ends with white space (see kWhiteSpace), so no word is cut. The last one is
/// what remains; no piece is empty.
/// \param piece_bytes  >= 1
/// \throw std::invalid_argument when piece_bytes is 0; the message contains "piece_bytes"
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, std::size_t piece_bytes);

/// Gives the report that run_sequential gives, made by several threads at the same time.
///
/// Reads once; transforms each piece of split() once, and aggregates its words once; writes once, when all is counted.
/// A worker that is done with a piece takes the next one that nobody has taken, so that nobody idles while there are
/// pieces left. Nobody waits for another one to transform or to aggregate. What one thread does alone does not grow
/// with the number of pieces: besides reading and writing, that is a merge for each worker at most. Whatever happens,
/// no thread is left running when the call ends.
///
/// \param workers      threads that call transform and aggregate, at most; >= 1
/// \param piece_bytes  >= 1
/// \throw std::invalid_argument when a parameter is 0; the message contains its name
/// \throw the first exception that a stage threw, once all threads have ended; nothing is written then
[[nodiscard]] std::string run_parallel(const Stages& stages, unsigned workers, std::size_t piece_bytes);
