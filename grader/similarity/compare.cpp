#include "similarity/compare.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "similarity/tiles.h"
#include "similarity/tokens.h"
#include "similarity/winnow.h"

namespace lockstep::similarity {
namespace {

/// A row of tokens that a text repeats more often says nothing of where it comes from.
constexpr std::size_t kMostPlaces = 8;

/// All files of a submission as one row of tokens. No match goes from one file into the next: a token that nothing
/// equals is between them.
struct Text {
  std::vector<Token> tokens;
  std::vector<std::pair<std::size_t, std::string>> files;  ///< index of the first token, and the name
  std::vector<std::uint64_t> hashes;
  std::vector<bool> own;  ///< of each token: it is not in the skeleton, nor in what the class has in common
  std::size_t own_tokens = 0;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places;  ///< of the fingerprints that count
};

using Hashes = std::unordered_set<std::uint64_t>;

Text text_of(const Files& files, std::uint64_t number) {
  Text text;
  for (const auto& [name, content] : files) {
    text.files.emplace_back(text.tokens.size(), name);
    const auto tokens = tokens_of(content);
    text.tokens.insert(text.tokens.end(), tokens.begin(), tokens.end());
    text.tokens.push_back({.code = ~(number * 1000 + text.files.size()), .line = 0});
  }
  text.hashes = hashes_of(text.tokens);
  return text;
}

Hashes hashes_in(const Files& files) {
  Hashes all;
  for (const auto& [name, content] : files) {
    const auto hashes = hashes_of(tokens_of(content));
    all.insert(hashes.begin(), hashes.end());
  }
  return all;
}

/// What is in the skeleton, and what so many have that it says nothing.
Hashes uncounted(const std::vector<Text>& texts, const Files& skeleton, const Options& options) {
  Hashes result = hashes_in(skeleton);
  std::unordered_map<std::uint64_t, std::size_t> learners;
  for (const Text& text : texts) {
    for (const std::uint64_t hash : Hashes(text.hashes.begin(), text.hashes.end())) ++learners[hash];
  }
  const double share = options.common_share * static_cast<double>(texts.size());
  for (const auto& [hash, number] : learners) {
    if (number > options.common_learners && static_cast<double>(number) > share) result.insert(hash);
  }
  return result;
}

void mark_own(Text& text, const Hashes& left_out) {
  text.own.assign(text.tokens.size(), true);
  for (std::size_t i = 0; i < text.hashes.size(); ++i) {
    if (!left_out.contains(text.hashes[i])) continue;
    std::fill_n(text.own.begin() + static_cast<std::ptrdiff_t>(i), kNoiseTokens, false);
  }
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens[i].line == 0) text.own[i] = false;
  }
  text.own_tokens = static_cast<std::size_t>(std::count(text.own.begin(), text.own.end(), true));
  for (const Fingerprint& fingerprint : winnow(text.hashes)) {
    if (!left_out.contains(fingerprint.hash)) text.places[fingerprint.hash].push_back(fingerprint.token);
  }
}

std::vector<Seed> seeds_of(const Text& a, const Text& b) {
  std::vector<Seed> seeds;
  for (const auto& [hash, in_a] : a.places) {
    const auto in_b = b.places.find(hash);
    if (in_b == b.places.end() || in_a.size() > kMostPlaces || in_b->second.size() > kMostPlaces) continue;
    for (const std::size_t i : in_a) {
      for (const std::size_t j : in_b->second) seeds.push_back({.a = i, .b = j});
    }
  }
  return seeds;
}

Region region_of(const Text& text, std::size_t first, std::size_t size) {
  const auto file = std::prev(std::upper_bound(text.files.begin(), text.files.end(), first,
                                               [](std::size_t at, const auto& each) { return at < each.first; }));
  return {.file = file->second, .first = text.tokens[first].line, .last = text.tokens[first + size - 1].line};
}

std::size_t own_in(const Text& text, std::size_t first, std::size_t size) {
  const auto begin = text.own.begin() + static_cast<std::ptrdiff_t>(first);
  return static_cast<std::size_t>(std::count(begin, begin + static_cast<std::ptrdiff_t>(size), true));
}

Pair pair_of(const std::vector<Text>& texts, std::size_t first, std::size_t second) {
  const Text& a = texts[first];
  const Text& b = texts[second];
  Pair pair{.a = first, .b = second, .matches = {}};
  std::size_t shared_a = 0;
  std::size_t shared_b = 0;
  for (const Tile& tile : tiles_of(a.tokens, b.tokens, seeds_of(a, b))) {
    shared_a += own_in(a, tile.a, tile.size);
    shared_b += own_in(b, tile.b, tile.size);
    pair.matches.push_back(
        {.a = region_of(a, tile.a, tile.size), .b = region_of(b, tile.b, tile.size), .tokens = tile.size});
  }
  pair.share_a = static_cast<double>(shared_a) / static_cast<double>(a.own_tokens);
  pair.share_b = static_cast<double>(shared_b) / static_cast<double>(b.own_tokens);
  return pair;
}

/// Those that have a fingerprint in common.
std::set<std::pair<std::size_t, std::size_t>> candidates(const std::vector<Text>& texts) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].own_tokens < kLeastOwnTokens) continue;
    for (const auto& [hash, places] : texts[i].places) holders[hash].push_back(i);
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [hash, texts_with_it] : holders) {
    for (std::size_t i = 0; i < texts_with_it.size(); ++i) {
      for (std::size_t j = i + 1; j < texts_with_it.size(); ++j) pairs.emplace(texts_with_it[i], texts_with_it[j]);
    }
  }
  return pairs;
}

}  // namespace

Comparison compare(std::span<const Submission> submissions, const Files& skeleton, const Options& options) {
  std::vector<Text> texts;
  texts.reserve(submissions.size());
  for (const Submission& submission : submissions) texts.push_back(text_of(submission.files, texts.size() + 1));
  const Hashes left_out = uncounted(texts, skeleton, options);
  Comparison result;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    mark_own(texts[i], left_out);
    if (texts[i].own_tokens < kLeastOwnTokens) result.not_compared.push_back(i);
  }
  for (const auto& [a, b] : candidates(texts)) {
    Pair pair = pair_of(texts, a, b);
    if (pair.share() >= options.threshold) result.pairs.push_back(std::move(pair));
  }
  std::sort(result.pairs.begin(), result.pairs.end(), [](const Pair& x, const Pair& y) {
    return std::tuple(-x.share(), x.a, x.b) < std::tuple(-y.share(), y.a, y.b);
  });
  return result;
}

}  // namespace lockstep::similarity
