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

/// The stages of the program. Each is a function, so that tests and measurements can replace it.
/// Several threads may call them at once, as long as no two threads use the same Counts at the same time. Each may
/// throw.
struct Stages {
  std::function<std::string()> read;                                ///< the text
  std::function<Words(std::string_view piece)> transform;           ///< the words of a piece of the text
  std::function<void(const Words& words, Counts& into)> aggregate;  ///< counts words
  std::function<void(const Counts& counts, Counts& into)> merge;    ///< adds counts that were made separately
  std::function<std::string(const Counts& counts)> write;           ///< the report
};

/// The characters that end a word: ' ', '\t', '\n' and '\r'.
inline constexpr std::string_view kWhiteSpace = " \t\n\r";

/// The words between white space, in lower case, a to z. Characters other than letters are left out, and a word needs a
/// letter: "It's 5 o'clock." has the words "its" and "oclock".
[[nodiscard]] Words words_of(std::string_view piece);

/// The stages for a text. The report has a line for each word, "COUNT WORD\n": the most frequent word first, equally
/// frequent words in alphabetical order.
[[nodiscard]] Stages word_count(std::string text);

/// Runs the stages one after the other, on the whole text as one piece. The calling thread does all the work.
/// \return the report
[[nodiscard]] std::string run_sequential(const Stages& stages);

/// A text of `lines` lines, prose and tables mixed: the lines differ much in length and in cost.
/// Equal seeds give equal texts.
[[nodiscard]] std::string generate_text(std::uint64_t seed, std::size_t lines);
