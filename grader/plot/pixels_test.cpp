#include "plot/pixels.h"

#include <gtest/gtest.h>
#include <png.h>

#include "plot/pixels_svg.h"
#include "plot/png.h"

namespace lockstep::plot {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::string refusal_of(std::string_view file) {
  const auto pixels = read_pixels(file);
  return pixels ? "" : pixels.error().message;
}

TEST(PixelsTest, ReadsTheFourFormsOfNetpbm) {
  EXPECT_EQ(read_pixels("P2\n# a comment\n3 1 # and one more\n255\n0 127\n255\n").value().bytes, (Bytes{0, 127, 255}));
  EXPECT_EQ(read_pixels(std::string_view("P5 2 1 255\n\0\xff", 13)).value().bytes, (Bytes{0, 255}));
  const auto coloured = read_pixels("P3 1 2 255 1 2 3 4 5 6").value();
  EXPECT_EQ(coloured.channels, 3U);
  EXPECT_EQ(coloured.width, 1U);
  EXPECT_EQ(coloured.height, 2U);
  EXPECT_EQ(coloured.bytes, (Bytes{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(read_pixels("P6 1 1 255\nabc").value().bytes, (Bytes{'a', 'b', 'c'}));
}

TEST(PixelsTest, SpreadsFewerValuesOverAll) {
  EXPECT_EQ(read_pixels("P2 3 1 2 0 1 2").value().bytes, (Bytes{0, 128, 255}));
  EXPECT_EQ(read_pixels("P5 2 1 1\n\1\7").value().bytes, (Bytes{255, 255})) << "a value above the largest";
}

TEST(PixelsTest, AFirstByteThatLooksLikeWhiteSpaceIsAPixel) {
  EXPECT_EQ(read_pixels("P5 2 1 255\n\n#").value().bytes, (Bytes{'\n', '#'}));
}

TEST(PixelsTest, RefusesWhatIsNoPicture) {
  for (const char* file : {"", "P", "P5", "PNG", "P4 1 1", "\x89PNG"}) {
    EXPECT_FALSE(read_pixels(file)) << file;
  }
  EXPECT_EQ(refusal_of("hello"), "is no PGM or PPM file");
  for (const char* file : {"P5 2", "P5 a 2 255\n", "P5 2 2 0\n", "P5 2 2 65535\n", "P5 -1 1 255\n"}) {
    EXPECT_EQ(refusal_of(file), "has no header of a PGM or PPM file with up to 256 values") << file;
  }
}

TEST(PixelsTest, RefusesWhatIsCutOrTooLarge) {
  EXPECT_EQ(refusal_of("P5 2 2 255\nabc"), "ends before its 2 x 2 pixels");
  EXPECT_EQ(refusal_of("P2 2 1 255\n1"), "ends before its 2 x 1 pixels");
  EXPECT_EQ(refusal_of("P2 2 1 255\n1 256"), "ends before its 2 x 1 pixels") << "a value that it says it has not";
  EXPECT_EQ(refusal_of("P5 4000000 4000000 255\n"), "has 4000000 x 4000000 pixels; at most 4000000 are shown");
}

TEST(PixelsTest, SaysWhatCanBeSaid) {
  EXPECT_EQ(summary(read_pixels("P2 2 1 255 3 9").value()), "2 x 1 pixels, grey from 3 to 9");
  EXPECT_EQ(summary(read_pixels("P3 1 1 255 3 9 4").value()), "1 x 1 pixels, in colour");
  EXPECT_EQ(summary(read_pixels("P5 0 5 255\n").value()), "0 x 5 pixels, grey");
}

TEST(PngTest, HoldsTheSamePixels) {
  for (const char* source : {"P2 3 2 255 0 1 2 253 254 255", "P3 1 2 255 9 8 7 3 2 1"}) {
    const Pixels pixels = read_pixels(source).value();
    const std::string file = png(pixels);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    ASSERT_NE(png_image_begin_read_from_memory(&image, file.data(), file.size()), 0) << image.message;
    EXPECT_EQ(image.width, pixels.width);
    EXPECT_EQ(image.height, pixels.height);
    EXPECT_EQ(image.format & PNG_FORMAT_FLAG_COLOR, pixels.channels == 3 ? PNG_FORMAT_FLAG_COLOR : 0U);
    Bytes bytes(PNG_IMAGE_SIZE(image));
    ASSERT_NE(png_image_finish_read(&image, nullptr, bytes.data(), 0, nullptr), 0) << image.message;
    EXPECT_EQ(bytes, pixels.bytes);
  }
}

TEST(PixelsSvgTest, ASmallPictureIsShownInSquaresAndALargeOneMadeSmaller) {
  const std::string small = pixels_svg("Blurred", read_pixels("P2 3 1 255 0 1 2").value());
  EXPECT_NE(small.find(R"(width="726.0" height="242.0" class="squares" href="data:image/png;base64,iVBOR)"),
            std::string::npos)
      << small;
  const std::string large = pixels_svg("t", {.width = 1456, .height = 100, .channels = 1, .bytes = Bytes(145'600)});
  EXPECT_NE(large.find(R"(width="728.0" height="50.0" class="smaller")"), std::string::npos) << large;
}

TEST(PixelsSvgTest, APictureWithoutPixelsSaysSo) {
  const std::string none = pixels_svg("t", read_pixels("P5 0 5 255\n").value());
  EXPECT_EQ(none.find("<image"), std::string::npos);
  EXPECT_NE(none.find("0 x 5 pixels"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::plot
