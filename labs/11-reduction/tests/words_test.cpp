#include "words.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "plans.h"

namespace {

/// Texts with words at their ends and in the middle, long ones, and much white space.
constexpr std::array<std::string_view, 9> kTexts{"",
                                                 "a",
                                                 " ",
                                                 " a",
                                                 "a ",
                                                 "to be or not to be",
                                                 "  x  yy \t zzz\n",
                                                 "onelongwordwithoutanend",
                                                 "\n\n a b\ta \v b a\f\r"};

PieceWords piece(std::string left, Counts inside, std::string right) {
  return {.has_space = true, .left = std::move(left), .inside = std::move(inside), .right = std::move(right)};
}

/// A piece without white space.
PieceWords part(std::string all) { return {.has_space = false, .left = std::move(all), .inside = {}, .right = {}}; }

/// How it is shown when a case fails.
std::string show(const PieceWords& words) {
  std::string text = words.has_space ? "" : "no white space: ";
  text += "\"" + words.left + "\"";
  for (const auto& [word, times] : words.inside) text += ", " + word + " " + std::to_string(times);
  return text + ", \"" + words.right + "\"";
}

/// Counts word by word, as slowly as you like.
Counts expected_counts(std::string_view text) {
  Counts counts;
  std::string word;
  for (const char c : std::string(text) + ' ') {
    if (kWhiteSpace.find(c) == std::string_view::npos) {
      word += c;
    } else if (!word.empty()) {
      ++counts[word];
      word.clear();
    }
  }
  return counts;
}

}  // namespace

TEST(WordsTest, OfAPieceWithoutWhiteSpaceAreOnePart) {
  EXPECT_EQ(words_of(""), part("")) << show(words_of(""));
  EXPECT_EQ(words_of("a"), part("a")) << show(words_of("a"));
  EXPECT_EQ(words_of("any-thing;7"), part("any-thing;7")) << show(words_of("any-thing;7"));
}

TEST(WordsTest, AreInsideBetweenWhiteSpace) {
  const auto words = words_of("ne two three two fo");
  EXPECT_EQ(words, piece("ne", {{"three", 1}, {"two", 2}}, "fo")) << show(words);
  EXPECT_EQ(words_of("a b"), piece("a", {}, "b")) << show(words_of("a b"));
  EXPECT_EQ(words_of(" a "), piece("", {{"a", 1}}, "")) << show(words_of(" a "));
  EXPECT_EQ(words_of(" "), piece("", {}, "")) << show(words_of(" "));
  EXPECT_EQ(words_of("  a   b "), piece("", {{"a", 1}, {"b", 1}}, "")) << show(words_of("  a   b "));

  for (const char space : kWhiteSpace) {
    const std::string text = std::string("a") + space + "b" + space + "c";
    EXPECT_EQ(words_of(text), piece("a", {{"b", 1}}, "c")) << "character " << static_cast<int>(space);
  }
}

TEST(JoinTest, GivesWhatOnePieceGives) {
  for (const std::string_view text : kTexts) {
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      const auto both = join(words_of(text.substr(0, cut)), words_of(text.substr(cut)));
      EXPECT_EQ(both, words_of(text)) << '"' << text << "\", cut at " << cut << ": " << show(both);
    }
  }

  for (const std::string_view text : kTexts) {
    for (std::size_t first = 0; first <= text.size(); ++first) {
      for (std::size_t second = first; second <= text.size(); ++second) {
        const auto a = words_of(text.substr(0, first));
        const auto b = words_of(text.substr(first, second - first));
        const auto c = words_of(text.substr(second));
        ASSERT_EQ(join(join(a, b), c), join(a, join(b, c)))
            << '"' << text << "\", cut at " << first << " and " << second;
      }
    }
  }
}

TEST(JoinTest, ChangesNothingBesideAnEmptyPiece) {
  for (const std::string_view text : kTexts) {
    const auto words = words_of(text);
    EXPECT_EQ(join(words, PieceWords()), words) << '"' << text << '"';
    EXPECT_EQ(join(PieceWords(), words), words) << '"' << text << '"';
  }
}

TEST(CountsTest, HaveTheWordsAtBothEnds) {
  EXPECT_EQ(counts_of(piece("a", {{"a", 1}, {"b", 2}}, "b")), (Counts{{"a", 2}, {"b", 3}}));
  EXPECT_EQ(counts_of(piece("", {{"b", 1}}, "")), (Counts{{"b", 1}}));
  EXPECT_EQ(counts_of(part("a")), (Counts{{"a", 1}}));
  EXPECT_EQ(counts_of(part("")), Counts());
}

TEST(CountWordsTest, IsRightForEveryPlan) {
  for (const std::string_view text : kTexts) {
    const Counts expected = expected_counts(text);
    for_each_plan(
        [&](const Plan& plan) { EXPECT_EQ(count_words(text, plan), expected) << '"' << text << "\", " << plan; });
    for (std::size_t grain = 1; grain <= text.size() + 1; ++grain) {
      EXPECT_EQ(count_words(text, {.grain = grain, .workers = 2}), expected) << '"' << text << "\", grain " << grain;
    }
  }

  const std::string text = std::string(50, 'x') + " y " + std::string(50, 'x') + std::string(3, ' ') + "y";
  const Counts expected{{std::string(50, 'x'), 2}, {"y", 2}};
  for (const unsigned workers : kWorkers) {
    for (std::size_t grain = 1; grain < 20; ++grain) {
      EXPECT_EQ(count_words(text, {.grain = grain, .workers = workers}), expected) << "grain " << grain;
    }
  }
}

TEST(CountWordsTest, RefusesNoGrainAndNoWorkers) {
  EXPECT_THROW((void)count_words("a b", {.grain = 0, .workers = 2}), std::invalid_argument);
  EXPECT_THROW((void)count_words("a b", {.grain = 2, .workers = 0}), std::invalid_argument);
  EXPECT_THROW((void)count_words("", {.grain = 0, .workers = 2}), std::invalid_argument);
}
