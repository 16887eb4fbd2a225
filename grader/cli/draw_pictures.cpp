#include <fmt/core.h>

#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/drawings.h"
#include "measure/drawn_files.h"
#include "plot/pixels.h"
#include "plot/pixels_svg.h"
#include "plot/png.h"
#include "plot/series.h"
#include "plot/series_svg.h"

namespace lockstep::cli {
namespace {

/// Where the file is no such picture: what it is instead, a clause.
Result<void> draw_file(const std::string& lab, const Picture& picture, std::string_view content, Drawings& all) {
  const std::string stem = lab + "-" + std::filesystem::path(picture.file).stem().string();
  if (picture.file.ends_with(".csv")) {
    const auto series = plot::read_series(content);
    if (!series) return tl::unexpected(series.error());
    std::string svg = plot::series_svg(lab + ": " + picture.title, *series);
    all.files[stem + ".svg"] = svg;
    all.sections.push_back({picture.title, picture.title + "\n" + plot::table(*series), std::move(svg)});
    return {};
  }
  const auto pixels = plot::read_pixels(content);
  if (!pixels) return tl::unexpected(pixels.error());
  all.files[stem + ".png"] = plot::png(*pixels);
  all.sections.push_back({picture.title, fmt::format("{}: {}\n", picture.title, plot::summary(*pixels)),
                          plot::pixels_svg(lab + ": " + picture.title, *pixels)});
  return {};
}

}  // namespace

measure::Answer<Drawings> draw_pictures(const std::string& lab, const Pictures& pictures,
                                        const measure::Conditions& conditions) {
  const auto files = measure::drawn_files(pictures, conditions);
  if (!files) return tl::unexpected(files.error());
  Drawings all;
  for (std::size_t i = 0; i < files->size(); ++i) {
    const Picture& picture = pictures.pictures[i];
    if (auto drawn = draw_file(lab, picture, (*files)[i], all); !drawn) {
      return tl::unexpected(
          measure::ProgramFailure{.kind = {},
                                  .what = fmt::format("wrote a {} that {}", picture.file, drawn.error().message),
                                  .owner = measure::Owner::kLearner,
                                  .function = pictures.program});
    }
  }
  return all;
}

}  // namespace lockstep::cli
