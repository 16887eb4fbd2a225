#include "stages.h"

#include <gtest/gtest.h>

TEST(StagesTest, WordsAreSmallLettersBetweenWhiteSpace) {
  EXPECT_EQ(words_of(" It's 5 o'clock,\tNOT\r\n--- six. "), (Words{"its", "oclock", "not", "six"}));
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of(" \n-- 12 ").empty());
}

TEST(StagesTest, ReportsTheMostFrequentFirst) {
  EXPECT_EQ(run_sequential(word_count("one two, ONE\nthree two one")), "3 one\n2 two\n1 three\n");
  EXPECT_EQ(run_sequential(word_count("b a c")), "1 a\n1 b\n1 c\n");
  EXPECT_EQ(run_sequential(word_count("")), "");
}

TEST(StagesTest, GeneratesTheSameTextFromTheSameSeed) {
  EXPECT_EQ(generate_text(7, 50), generate_text(7, 50));
  EXPECT_NE(generate_text(7, 50), generate_text(8, 50));
}
