#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "plan.h"

// Part 5: the words of a text. You write the functions in words.cpp. Read README.md first.

/// What separates words. Everything else is a part of a word.
inline constexpr std::string_view kWhiteSpace = " \t\n\r\f\v";

/// How often each word occurs.
using Counts = std::map<std::string, std::uint64_t, std::less<>>;

/// What is known of the words of a piece of a text. The piece may begin and end in the middle of a word.
struct PieceWords {
  bool has_space = false;  ///< whether there is white space in the piece
  std::string left;        ///< what is before the first white space; without white space, the whole piece
  Counts inside;           ///< the words that have white space on both sides
  std::string right;       ///< what is behind the last white space; without white space, empty

  friend bool operator==(const PieceWords&, const PieceWords&) = default;
};

/// \return what is known of the words of this piece
[[nodiscard]] PieceWords words_of(std::string_view piece);

/// \return what is known of the words of two pieces that are next to each other: what `words_of` gives for both as one
///         piece
[[nodiscard]] PieceWords join(PieceWords left, PieceWords right);

/// \param text  what is known of a whole text: nothing is before it, nor behind it
/// \return how often each word of the text occurs
[[nodiscard]] Counts counts_of(PieceWords text);

/// Counts the words of a text, in blocks of `plan.grain` bytes, by `plan.workers` threads. The result does not depend
/// on the plan.
///
/// \throw std::invalid_argument when `plan.grain` or `plan.workers` is 0
[[nodiscard]] Counts count_words(std::string_view text, const Plan& plan);
