#include "manifest/kinds/change_size.h"

#include <fmt/core.h>

#include <algorithm>

#include "manifest/check_reader.h"
#include "manifest/folder.h"
#include "manifest/lab_rules.h"
#include "manifest/table_reader.h"
#include "manifest/words.h"

namespace lockstep {

ChangeSizeCheck ChangeSizeCheck::read(manifest::TableReader& check, std::optional<int>) {
  ChangeSizeCheck settings;
  settings.original = check.text("original").value_or("");
  auto lines = check.table("lines");
  if (!lines) return settings;
  for (const manifest::Entry& entry : lines->entries()) {
    settings.limits.push_back({.file = entry.key, .lines = lines->integer(entry, 1, 1000).value_or(0)});
  }
  if (settings.limits.empty()) {
    lines->mistake(lines->line(), "no file", "one or more, as \"counter.cpp\" = lines");
  }
  return settings;
}

void ChangeSizeCheck::settle(const manifest::CheckDraft& own, const manifest::LabChecks& lab,
                             manifest::Mistakes& mistakes) const {
  for (const ChangeLimit& limit : limits) {
    const std::string found = fmt::format("lines of {} in the check {}", manifest::in_quotes(limit.file), own.check.id);
    if (std::find(lab.submit.begin(), lab.submit.end(), limit.file) == lab.submit.end()) {
      mistakes.add(own.id_line, found, "files that the lab's submit names");
    } else if (!manifest::is_submit_path(original) || !manifest::is_file(lab.dir / original / limit.file)) {
      mistakes.add(own.id_line, found, "a file of the folder that original names, as it was handed out");
    }
  }
}

}  // namespace lockstep
