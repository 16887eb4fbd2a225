#include "manifest/comparison.h"

#include <fmt/core.h>

#include <utility>

#include "manifest/kinds/test_cases.h"
#include "manifest/table_reader.h"

namespace lockstep {

using manifest::LocatedText;
using manifest::TableReader;

namespace {

ComparedCounters read_panel(TableReader& panel) {
  ComparedCounters compared;
  compared.title = panel.text("title").value_or("");
  for (LocatedText& counter : panel.texts("counters")) compared.counters.push_back(std::move(counter.text));
  if (compared.counters.size() > 2) {
    panel.mistake(panel.line_of("counters"), fmt::format("{} counters", compared.counters.size()),
                  "one counter, or two: from how much to how much");
  }
  panel.refuse_other_keys();
  return compared;
}

}  // namespace

Comparison Comparison::read(TableReader& reader) {
  Comparison comparison;
  comparison.program = manifest::read_program(reader);
  for (TableReader& panel : reader.tables("panel")) comparison.panels.push_back(read_panel(panel));
  reader.refuse_other_keys();
  return comparison;
}

}  // namespace lockstep
