#include "manifest/equivalent.h"

#include <utility>

#include "manifest/document.h"
#include "manifest/equivalent_reader.h"
#include "manifest/folder.h"
#include "manifest/mistakes.h"

namespace lockstep {

std::vector<EquivalentMutant> manifest::read_equivalents(TableReader& reader) {
  std::vector<EquivalentMutant> all;
  for (TableReader& table : reader.tables("mutant")) {
    EquivalentMutant mutant;
    mutant.at_line = table.line();
    mutant.made_by = table.text("operator").value_or("");
    mutant.file = table.text("file").value_or("");
    mutant.line = table.text("line").value_or("");
    if (table.has("becomes")) mutant.becomes = table.text("becomes").value_or("");
    if (table.has("below")) mutant.below = table.text("below").value_or("");
    mutant.reason = table.text("reason").value_or("");
    table.refuse_other_keys();
    all.push_back(std::move(mutant));
  }
  reader.refuse_other_keys();
  return all;
}

Result<std::vector<EquivalentMutant>> read_equivalents(const std::filesystem::path& solution) {
  const std::filesystem::path path = solution / kEquivalentFile;
  if (!manifest::is_file(path)) return std::vector<EquivalentMutant>{};
  const auto document = manifest::read_document(path);
  if (!document) return tl::unexpected(document.error());
  manifest::Mistakes mistakes(path);
  manifest::TableReader reader(*document, "the equivalent mutants", 1, mistakes);
  auto all = manifest::read_equivalents(reader);
  if (!mistakes.empty()) return mistakes.error();
  return all;
}

}  // namespace lockstep
