#include "netpbm.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "pictures.h"
#include "text_lines.h"

namespace {

using namespace std::string_literals;

/// \return the index that the exception names
std::size_t where_it_fails(const std::string& file) {
  try {
    (void)parse_netpbm(file);
  } catch (const BadImage& error) {
    return error.where();
  }
  ADD_FAILURE() << "it is taken for a picture: " << file.substr(0, 60);
  return 0;
}

/// \return a grey picture of one row
Image row_of(const std::vector<std::uint8_t>& samples) {
  Image picture({.width = samples.size(), .height = 1}, 1);
  for (std::size_t x = 0; x < samples.size(); ++x) picture.at(x, 0) = samples[x];
  return picture;
}

}  // namespace

TEST(NetpbmTest, ReadsGreyAndColourInBytesAndInDecimalNumbers) {
  Image grey({.width = 3, .height = 2}, 1);
  for (std::size_t i = 0; i < 6; ++i) grey.at(i % 3, i / 3) = static_cast<std::uint8_t>(i == 5 ? 255 : 10 * i);
  EXPECT_EQ(parse_netpbm("P5\n3 2\n255\n\0\x0a\x14\x1e\x28\xff"s), grey);
  EXPECT_EQ(parse_netpbm("P2\n3 2\n255\n0 10 20\n30 40 255\n"), grey);

  Image colour({.width = 2, .height = 1}, 3);
  for (std::size_t i = 0; i < 6; ++i) colour.at(i / 3, 0, i % 3) = static_cast<std::uint8_t>(i == 5 ? 255 : 10 * i);
  EXPECT_EQ(parse_netpbm("P6\n2 1\n255\n\0\x0a\x14\x1e\x28\xff"s), colour);
  EXPECT_EQ(parse_netpbm("P3\n2 1\n255\n0 10 20  30 40 255"), colour);
}

TEST(NetpbmTest, TakesAnyWhiteSpaceAndComments) {
  const Image expected = row_of({7, 8});
  EXPECT_EQ(parse_netpbm("P2 2\t1\r\n\v255\f7\n\n 8 \n\t"), expected);
  EXPECT_EQ(parse_netpbm("P2# a comment behind the first two bytes\n2 1 255 7 8"), expected);
  EXPECT_EQ(parse_netpbm("P2\n# one\n# P2 3 3 3\n2#\n1 # 9\n#\n255\n7 8\n"), expected);
  EXPECT_EQ(parse_netpbm("P5\n# one \r still one\n2 1\n# two\n255\n\x07\x08"), expected);
}

TEST(NetpbmTest, BeginsWithTheSamplesAfterOneWhiteSpace) {
  EXPECT_EQ(parse_netpbm("P5 3 1 255\n\n #"), row_of({'\n', ' ', '#'}));
  EXPECT_EQ(parse_netpbm("P5 2 1 255 #1"), row_of({'#', '1'}));
}

TEST(NetpbmTest, ScalesToTheMaximum) {
  EXPECT_EQ(parse_netpbm("P2 4 1 3 0 1 2 3"), row_of({0, 85, 170, 255}));
  EXPECT_EQ(parse_netpbm("P5 3 1 2 \0\1\2"s), row_of({0, 128, 255})) << "127.5 is rounded up";
  EXPECT_EQ(parse_netpbm("P2 3 1 254 1 127 253"), row_of({1, 128, 254})) << "1.004, 127.5 and 253.996";
  EXPECT_EQ(parse_netpbm("P2 2 1 1 0 1"), row_of({0, 255}));
}

TEST(NetpbmTest, ReadsWhatItWrites) {
  for (const Size& size : kSizes) {
    for (const std::size_t channels : {std::size_t{1}, std::size_t{3}}) {
      const Image picture = noise(size, channels, 12);
      EXPECT_EQ(parse_netpbm(to_netpbm(picture)), picture);
      EXPECT_EQ(parse_netpbm(to_netpbm(picture, Encoding::kDecimal)), picture);
    }
  }
  for (const Size& size : {Size{0, 0}, Size{0, 4}, Size{4, 0}}) {
    const Image picture(size, 3);
    EXPECT_EQ(parse_netpbm(to_netpbm(picture)), picture);
    EXPECT_EQ(parse_netpbm(to_netpbm(picture, Encoding::kDecimal)), picture);
  }
}

TEST(NetpbmTest, WritesTheFourFormats) {
  const std::string grey = to_netpbm(row_of({0, 10, 255}));
  EXPECT_EQ(grey.substr(0, 2), "P5");
  EXPECT_EQ(grey.substr(grey.size() - 3), "\0\x0a\xff"s);
  EXPECT_EQ(to_netpbm(Image({2, 2}, 3)).substr(0, 2), "P6");
  EXPECT_EQ(to_netpbm(row_of({0, 10, 255}), Encoding::kDecimal).substr(0, 2), "P2");

  const std::string decimal = to_netpbm(Image({40, 3}, 3, 200), Encoding::kDecimal);
  EXPECT_EQ(decimal.substr(0, 2), "P3");
  expect_lines_of_70_characters(decimal);
}

TEST(BadNetpbmTest, SaysWhereTheHeaderIsWrong) {
  EXPECT_EQ(where_it_fails(""), 0U);
  EXPECT_EQ(where_it_fails("P"), 0U);
  EXPECT_EQ(where_it_fails("P4 1 1 1"), 0U);
  EXPECT_EQ(where_it_fails("GIF89a"), 0U);
  EXPECT_EQ(where_it_fails("P25 1 255 0"), 2U);
  EXPECT_EQ(where_it_fails("P2 x"), 3U);
  EXPECT_EQ(where_it_fails("P2 -1 1 255 0"), 3U);
  EXPECT_EQ(where_it_fails("P2 1"), 4U);
  EXPECT_EQ(where_it_fails("P2 1 # 1 255 0"), 14U) << "the comment goes on to the end of the file";
  EXPECT_EQ(where_it_fails("P2 1 1 0 0"), 7U);
  EXPECT_EQ(where_it_fails("P2 1 1 256 0"), 7U);
  EXPECT_EQ(where_it_fails("P5 1 1 65535 \1\1"), 7U);
  EXPECT_EQ(where_it_fails("P5 1 1 255"), 10U);
  EXPECT_EQ(where_it_fails("P5 1 1 255#\n1"), 10U) << "there must be white space behind the maximum";
  EXPECT_EQ(where_it_fails("P5 4294967296 1 255 1"), 3U);
  EXPECT_EQ(where_it_fails("P5 1 36893488147419103233 255 1"), 5U) << "2^65 + 1 is not 1";
}

TEST(BadNetpbmTest, SaysWhereTheSamplesAreWrong) {
  EXPECT_EQ(where_it_fails("P2 2 1 255 1 x"), 13U);
  EXPECT_EQ(where_it_fails("P2 2 1 255 1 256 "), 13U);
  EXPECT_EQ(where_it_fails("P2 2 1 100 101 1"), 11U);
  EXPECT_EQ(where_it_fails("P2 2 1 255 1 # 2\n"), 13U) << "a comment has no place among the samples";
  EXPECT_EQ(where_it_fails("P2 2 1 255 1,2 "), 12U);
  EXPECT_EQ(where_it_fails("P5 2 1 100 \x64\x65"), 12U);
  EXPECT_EQ(where_it_fails("P2 1 1 255 18446744073709551617"), 11U) << "2^64 + 1 is not 1";
}

TEST(BadNetpbmTest, SaysThatTheFileEndsTooSoonOrTooLate) {
  EXPECT_EQ(where_it_fails("P5 2 2 255 123"), 14U);
  EXPECT_EQ(where_it_fails("P6 2 1 255 12345"), 16U);
  EXPECT_EQ(where_it_fails("P2 2 1 255 100  "), 16U);
  EXPECT_EQ(where_it_fails("P5 2 1 255 123"), 13U);
  EXPECT_EQ(where_it_fails("P2 2 1 255 1 2 3"), 15U);
  EXPECT_EQ(where_it_fails("P2 2 1 255 1 2x"), 14U);
  EXPECT_EQ(where_it_fails("P5 0 3 255 1"), 11U);
}

TEST(BadNetpbmTest, TakesNoMemoryForALie) {
  // Each of them would need more memory than this process may have; one needs 26 bytes, if the product is taken modulo
  // 2^64.
  const std::vector<std::pair<std::string, std::string>> lies{
      {"P5 4294967295 4294967295 255 ", "1"},
      {"P6 100000 100000 255 ", "123"},
      {"P3 4294967295 4294967295 255 ", "1 2 3"},
      {"P2 100000 100000 255 ", "1 2 3"},
      {"P6 2154230017 2854344542 255 ", "abcdefghijklmnopqrstuvwxyz"},
  };
  for (const auto& [header, samples] : lies) EXPECT_EQ(where_it_fails(header + samples), (header + samples).size());
}
