#pragma once

#include <map>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "measure/lab_programs.h"
#include "measure/program_client.h"
#include "page/drawn.h"

namespace lockstep::cli {

/// What `./lab plot` drew of one submission.
struct Drawings {
  std::vector<page::Drawn> sections;         ///< of the page
  std::map<std::string, std::string> files;  ///< pictures and traces, by name
};

/// How much of a machine is measured on, and shown.
struct PlottedCores {
  double usable = 1;
  unsigned timeline_workers = 4;  ///< 1 to 48
};

/// Measures and predicts the functions that a speedup check judges.
/// \param lab  its name, in titles and names of files
[[nodiscard]] measure::Answer<Drawings> draw_speedup(const std::string& lab, const SpeedupCheck& settings,
                                                     const measure::Conditions& conditions, PlottedCores cores);

/// Runs a lab's benchmark, and draws what it compares.
[[nodiscard]] measure::Answer<Drawings> draw_comparison(const std::string& lab, const Comparison& comparison,
                                                        const measure::Conditions& conditions, PlottedCores cores);

/// Runs the program that draws a lab's pictures. A picture of pixels becomes a PNG file.
[[nodiscard]] measure::Answer<Drawings> draw_pictures(const std::string& lab, const Pictures& pictures,
                                                      const measure::Conditions& conditions);

}  // namespace lockstep::cli
