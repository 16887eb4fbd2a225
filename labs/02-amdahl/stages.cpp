#include "stages.h"

#include <fmt/core.h>

#include <algorithm>
#include <random>
#include <utility>

namespace {

/// The letter in lower case, or 0 when c is not a letter. Unlike std::tolower it does not depend on the locale.
char small_letter(char c) {
  if (c >= 'a' && c <= 'z') return c;
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '\0';
}

std::string normalised(std::string_view token) {
  std::string word;
  for (const char c : token) {
    if (const char small = small_letter(c); small != '\0') word += small;
  }
  return word;
}

void count_words(const Words& words, Counts& into) {
  for (const std::string& word : words) ++into[word];
}

void add_counts(const Counts& counts, Counts& into) {
  for (const auto& [word, count] : counts) into[word] += count;
}

std::string report_of(const Counts& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> lines(counts.begin(), counts.end());
  std::ranges::sort(lines, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::string report;
  for (const auto& [word, count] : lines) report += fmt::format("{} {}\n", count, word);
  return report;
}

/// A word of two to four syllables. Small numbers, which are drawn more often, give short words.
std::string invented_word(std::uint64_t number) {
  constexpr std::string_view kSyllables[] = {"lo", "ka", "ri", "ten", "su", "mol", "da", "ve", "shi", "pra", "no"};
  std::string word;
  for (std::uint64_t rest = number; rest > 0 || word.size() < 4; rest /= std::size(kSyllables)) {
    word += kSyllables[rest % std::size(kSyllables)];
  }
  return word;
}

}  // namespace

Words words_of(std::string_view piece) {
  Words words;
  for (std::size_t begin = piece.find_first_not_of(kWhiteSpace); begin != std::string_view::npos;) {
    const std::size_t end = std::min(piece.find_first_of(kWhiteSpace, begin), piece.size());
    if (std::string word = normalised(piece.substr(begin, end - begin)); !word.empty())
      words.push_back(std::move(word));
    begin = piece.find_first_not_of(kWhiteSpace, end);
  }
  return words;
}

Stages word_count(std::string text) {
  return {.read = [text = std::move(text)] { return text; },
          .transform = words_of,
          .aggregate = count_words,
          .merge = add_counts,
          .write = report_of};
}

std::string run_sequential(const Stages& stages) {
  const std::string text = stages.read();
  const Words words = stages.transform(text);
  Counts counts;
  stages.aggregate(words, counts);
  return stages.write(counts);
}

std::string generate_text(std::uint64_t seed, std::size_t lines) {
  constexpr std::uint64_t kVocabulary = 1000;
  std::mt19937_64 random(seed);
  std::string text;
  for (std::size_t line = 0; line < lines; ++line) {
    if (random() % 4 == 0) {
      text.append(20 + random() % 60, '-');  // a horizontal line of a table: no word
    } else {
      for (std::uint64_t words = 1 + random() % 24; words > 0; --words) {
        // The smaller of two random numbers: small numbers come more often, as common words do in a real text.
        text += invented_word(std::min(random() % kVocabulary, random() % kVocabulary));
        text += random() % 8 == 0 ? ", " : " ";
      }
    }
    text += '\n';
  }
  return text;
}
