#include "cli/kept_drawings.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/kept_result.h"

namespace lockstep::cli {
namespace {

KeptResult file_for(const std::filesystem::path& build_dir, const std::string& lab,
                    const std::map<std::string, std::string>& submitted) {
  std::string state;
  for (const auto& [name, text] : submitted) state += fmt::format("{}\n{}\n{}\n", name, text.size(), text);
  return {build_dir / "plots" / (lab + ".json"), state};
}

}  // namespace

Result<void> keep_drawings(const std::filesystem::path& build_dir, const std::string& lab,
                           const std::map<std::string, std::string>& submitted, std::span<const page::Drawn> drawings) {
  auto sections = nlohmann::json::array();
  for (const page::Drawn& drawn : drawings) sections.push_back({drawn.heading, drawn.text, drawn.picture});
  return file_for(build_dir, lab, submitted).write({{"sections", sections}});
}

std::vector<page::Drawn> kept_drawings(const std::filesystem::path& build_dir, const std::string& lab,
                                       const std::map<std::string, std::string>& submitted) {
  const auto kept = file_for(build_dir, lab, submitted).read();
  std::vector<page::Drawn> drawings;
  if (!kept || !kept->contains("sections")) return drawings;
  for (const nlohmann::json& section : kept->at("sections")) {
    const auto text = [&](std::size_t i) {
      return section.is_array() && i < section.size() && section[i].is_string() ? section[i].get<std::string>() : "";
    };
    drawings.push_back({text(0), text(1), text(2)});
  }
  return drawings;
}

}  // namespace lockstep::cli
