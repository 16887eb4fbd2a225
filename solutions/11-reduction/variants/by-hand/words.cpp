#include "words.h"

#include <utility>

#include "reduce.h"

namespace {

bool is_space(char c) { return kWhiteSpace.find(c) != std::string_view::npos; }

/// The same as a piece of one character.
PieceWords words_of_character(char c) {
  PieceWords words;
  words.has_space = is_space(c);
  if (!words.has_space) words.left = c;
  return words;
}

}  // namespace

PieceWords words_of(std::string_view piece) {
  PieceWords words;
  for (const char c : piece) words = join(std::move(words), words_of_character(c));
  return words;
}

PieceWords join(PieceWords left, PieceWords right) {
  if (!left.has_space)
    return {right.has_space, left.left + right.left, std::move(right.inside), std::move(right.right)};
  if (!right.has_space) return {true, std::move(left.left), std::move(left.inside), left.right + right.left};
  Counts inside = std::move(left.inside);
  for (const auto& [word, times] : right.inside) inside[word] += times;
  if (const std::string middle = left.right + right.left; !middle.empty()) ++inside[middle];
  return {true, std::move(left.left), std::move(inside), std::move(right.right)};
}

Counts counts_of(PieceWords text) {
  // White space at both ends changes nothing, and makes the words at the ends words inside.
  const PieceWords space = words_of_character(' ');
  return join(join(space, std::move(text)), space).inside;
}

Counts count_words(std::string_view text, const Plan& plan) {
  PieceWords all = reduce_blocks(
      text.size(), plan, PieceWords{},
      [text](std::size_t begin, std::size_t end) { return words_of(text.substr(begin, end - begin)); }, join);
  return counts_of(std::move(all));
}
