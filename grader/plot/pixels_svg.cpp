#include "plot/pixels_svg.h"

#include <fmt/core.h>
#include <nettle/base64.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "plot/png.h"
#include "plot/svg.h"

namespace lockstep::plot {
namespace {

constexpr double kImageMargin = 16;
constexpr double kImageTop = 44;  // below the title
constexpr double kTallestImage = 600;

std::string base64(std::string_view bytes) {
  std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return text;
}

}  // namespace

std::string pixels_svg(std::string_view title, const Pixels& pixels) {
  if (pixels.bytes.empty()) {
    return svg::document(kImageTop + 24, title, "", svg::text(kImageMargin, kImageTop + 8, "", summary(pixels)));
  }
  const double fits = std::min((svg::kWidth - 2 * kImageMargin) / pixels.width, kTallestImage / pixels.height);
  const double scale = fits > 1 ? std::floor(fits) : fits;
  const double height = pixels.height * scale;
  const std::string image = fmt::format(
      "<image x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"{}\" "
      "href=\"data:image/png;base64,{}\"/>\n",
      kImageMargin, kImageTop, pixels.width * scale, height, scale > 1 ? "squares" : "smaller", base64(png(pixels)));
  return svg::document(kImageTop + height + kImageMargin, title, ".squares { image-rendering: pixelated }\n", image);
}

}  // namespace lockstep::plot
