#include "book/histogram.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep::book {
namespace {

constexpr std::size_t kBins = 11;  // tenths of the worth, and all of it
constexpr double kBinWidth = 44;
constexpr double kHeight = 130;
constexpr double kTop = 18;  // room for the number above the highest column

std::string bin_text(std::size_t bin) {
  if (bin + 1 == kBins) return "all";
  return fmt::format("{}–{} %", bin * 10, bin * 10 + 9);
}

std::array<std::size_t, kBins> counted(const std::vector<double>& shares) {
  std::array<std::size_t, kBins> bins{};
  for (const double share : shares) {
    const auto tenth = static_cast<std::size_t>(std::floor(std::clamp(share, 0.0, 1.0) * 10 + 1e-9));
    // 99.99 of 100 are not all of them.
    ++bins[share >= 1 ? kBins - 1 : std::min<std::size_t>(tenth, kBins - 2)];
  }
  return bins;
}

std::string column_svg(std::size_t bin, std::size_t number, std::size_t most) {
  const double x = static_cast<double>(bin) * kBinWidth;
  const double height = most == 0 ? 0 : kHeight * static_cast<double>(number) / static_cast<double>(most);
  const double middle = x + kBinWidth / 2;
  std::string svg;
  if (number > 0) {
    svg += fmt::format(
        "<rect class=\"column\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n"
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
        x + 3, kTop + kHeight - height, kBinWidth - 6, height, middle, kTop + kHeight - height - 4, number);
  }
  return svg + fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n", middle,
                           kTop + kHeight + 18, bin + 1 == kBins ? "all" : fmt::format("{}", bin * 10));
}

}  // namespace

std::string histogram(const std::vector<double>& shares) {
  const auto bins = counted(shares);
  const std::size_t most = *std::max_element(bins.begin(), bins.end());
  std::string svg = fmt::format(
      "<svg viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" aria-label=\"How many learners have how much of the worth; "
      "the "
      "table has the numbers\">\n<line class=\"axis\" x1=\"0\" y1=\"{2:.0f}\" x2=\"{0:.0f}\" y2=\"{2:.0f}\"/>\n",
      kBinWidth * kBins, kTop + kHeight + 44, kTop + kHeight);
  std::string rows;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    svg += column_svg(bin, bins[bin], most);
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td></tr>\n", bin_text(bin), bins[bin]);
  }
  svg += fmt::format("<text x=\"0\" y=\"{:.0f}\">% of the lab's worth, from</text>\n</svg>\n", kTop + kHeight + 38);
  return "<div class=\"distribution\">\n" + svg +
         "<details>\n<summary>As a table</summary>\n<table class=\"checks\">\n<thead><tr><th scope=\"col\">of the "
         "worth</th><th scope=\"col\" class=\"number\">learners</th></tr></thead>\n<tbody>\n" +
         rows + "</tbody>\n</table>\n</details>\n</div>\n";
}

}  // namespace lockstep::book
