#include "manifest/pictures.h"

#include <gtest/gtest.h>

#include <string>

#include "manifest/manifest.h"
#include "manifest/temporary_lab.h"
#include "manifest/words.h"

namespace lockstep::manifest {
namespace {

class PicturesTest : public testing::Test {
 protected:
  /// The good manifest with this behind it.
  Result<Manifest> read_with(const std::string& pictures) {
    checkout_.write("lab.toml", std::string(kGoodManifest) + pictures);
    return read_manifest(checkout_.dir());
  }

  std::string refusal_of_file(const std::string& file) {
    const auto lab =
        read_with("[pictures]\nprogram = \"p\"\n[[pictures.picture]]\ntitle = \"t\"\nfile = '" + file + "'\n");
    return lab ? "" : lab.error().message;
  }

  TemporaryLab checkout_;
};

TEST_F(PicturesTest, ALabHasNoneUnlessItSaysSo) { EXPECT_FALSE(read_with("").value().pictures); }

TEST_F(PicturesTest, NamesAProgramAndWhatItDraws) {
  const auto lab = read_with(R"(
[pictures]
program = "tiny_pictures"
[[pictures.picture]]
title = "Blurred"
file = "blur.pgm"
[[pictures.picture]]
title = "Connections"
file = "connections-2.csv"
)");
  ASSERT_TRUE(lab) << lab.error().message;
  ASSERT_TRUE(lab->pictures);
  EXPECT_EQ(lab->pictures->program, "tiny_pictures");
  ASSERT_EQ(lab->pictures->pictures.size(), 2U);
  EXPECT_EQ(lab->pictures->pictures[0].title, "Blurred");
  EXPECT_EQ(lab->pictures->pictures[1].file, "connections-2.csv");
}

TEST_F(PicturesTest, RefusesAFileThatCannotBeShown) {
  EXPECT_EQ(refusal_of_file("a-1.ppm"), "");
  for (const char* other : {"blur.png", "../blur.pgm", "a/blur.pgm", ".pgm", "blur", "Blur.pgm", "1.pgm"}) {
    EXPECT_NE(refusal_of_file(other).find(std::string(kPictureRule)), std::string::npos) << other;
  }
}

TEST_F(PicturesTest, RefusesAProgramThatDrawsNothing) {
  const auto lab = read_with("[pictures]\nprogram = \"tiny_pictures\"\n");
  ASSERT_FALSE(lab);
  EXPECT_NE(lab.error().message.find("found no picture in pictures of the lab"), std::string::npos)
      << lab.error().message;
}

}  // namespace
}  // namespace lockstep::manifest
