#include "words.h"

#include <utility>

#include "reduce.h"

namespace {

void count(Counts& counts, std::string_view word) {
  if (word.empty()) return;
  if (const auto found = counts.find(word); found != counts.end()) {
    ++found->second;
  } else {
    counts.emplace(word, 1);
  }
}

}  // namespace

PieceWords words_of(std::string_view piece) {
  PieceWords words;
  const std::size_t first = piece.find_first_of(kWhiteSpace);
  words.left = piece.substr(0, first);
  if (first == std::string_view::npos) return words;
  words.has_space = true;
  for (piece.remove_prefix(first + 1);;) {
    const std::size_t space = piece.find_first_of(kWhiteSpace);
    if (space == std::string_view::npos) break;
    count(words.inside, piece.substr(0, space));
    piece.remove_prefix(space + 1);
  }
  words.right = piece;
  return words;
}

PieceWords join(PieceWords left, PieceWords right) {
  if (!left.has_space) {
    right.left.insert(0, left.left);
    return right;
  }
  left.right += right.left;  // the two halves of a word, one of them empty perhaps
  if (!right.has_space) return left;
  count(left.inside, left.right);
  for (const auto& [word, times] : right.inside) left.inside[word] += times;
  left.right = std::move(right.right);
  return left;
}

Counts counts_of(PieceWords text) {
  count(text.inside, text.left);
  count(text.inside, text.right);
  return std::move(text.inside);
}

Counts count_words(std::string_view text, const Plan& plan) {
  const auto fold = [text](std::size_t begin, std::size_t end) { return words_of(text.substr(begin, end - begin)); };
  return counts_of(reduce_tree(text.size(), plan, PieceWords{}, fold, [](PieceWords left, PieceWords right) {
    return join(std::move(left), std::move(right));
  }));
}
