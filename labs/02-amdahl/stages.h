#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Given: a program that counts the words of a text, in stages.

using Words = std::vector<std::string>;

/// How often each word occurs.
using Counts = std::unordered_map<std::string, std::uint64_t>;

/// The stages of the program. Each is a function, so that tests and measurements can put others in their place.
/// All of them may be called by several threads at once, as long as no Counts is used by two at the same time, and all
/// of them may throw.
struct Stages {
  std::function<std::string()> read;                                ///< the text
  std::function<Words(std::string_view piece)> transform;           ///< the words of a piece of the text
  std::function<void(const Words& words, Counts& into)> aggregate;  ///< counts words
  std::function<void(const Counts& counts, Counts& into)> merge;    ///< adds what was counted apart
  std::function<std::string(const Counts& counts)> write;           ///< the report
};

/// What ends a word: ' ', '\t', '\n' or '\r'.
inline constexpr std::string_view kWhiteSpace = " \t\n\r";

/// The words between white space, in small letters a to z; all that is no letter is left out, and what had no letter is
/// no word: "It's 5 o'clock." has the words "its" and "oclock".
[[nodiscard]] Words words_of(std::string_view piece);

/// The stages for a text. The report has a line for each word, "COUNT WORD\n": the most frequent word first, and words
/// that are equally frequent by the alphabet.
[[nodiscard]] Stages word_count(std::string text);

/// Runs the stages one after the other, on the whole text as one piece. All work is done by the calling thread.
/// \return the report
[[nodiscard]] std::string run_sequential(const Stages& stages);

/// A text of so many lines, prose and tables mixed: lines differ much in length and in what they cost.
/// Equal seeds mean equal texts.
[[nodiscard]] std::string generate_text(std::uint64_t seed, std::size_t lines);
