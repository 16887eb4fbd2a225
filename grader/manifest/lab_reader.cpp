#include "manifest/lab_reader.h"

#include <utility>

#include "manifest/check_kinds.h"

namespace lockstep::manifest {

LabDraft read_lab(TableReader& reader) {
  LabDraft draft;
  Manifest& lab = draft.lab;
  lab.title = reader.text("title").value_or("");
  for (LocatedText& concept_name : reader.texts("concepts")) lab.concepts.push_back(std::move(concept_name.text));
  lab.chapter = reader.text("chapter").value_or("");
  lab.minutes = reader.integer("minutes", 1, 10'000).value_or(0);
  draft.points = reader.integer("points", 1, 10'000);
  draft.points_line = reader.line_of("points");
  lab.points = draft.points.value_or(0);
  if (reader.has("share_after_severe")) {
    lab.share_after_severe = reader.number("share_after_severe", {.above = 0, .up_to = 1}).value_or(1);
  }
  draft.submit = reader.texts("submit");
  if (reader.has("imports")) draft.imports = reader.texts("imports");
  if (reader.has("comparison")) {
    if (auto comparison = reader.table("comparison")) lab.comparison = Comparison::read(*comparison);
  }
  if (reader.has("pictures")) {
    if (auto pictures = reader.table("pictures")) lab.pictures = Pictures::read(*pictures);
  }
  for (TableReader& check : reader.tables("check")) draft.checks.push_back(read_check(check, check_kinds()));
  reader.refuse_other_keys();
  return draft;
}

}  // namespace lockstep::manifest
