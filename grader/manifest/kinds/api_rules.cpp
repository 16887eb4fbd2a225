#include "manifest/kinds/api_rules.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "manifest/check_reader.h"
#include "manifest/lab_rules.h"
#include "manifest/table_reader.h"
#include "manifest/words.h"

namespace lockstep {
namespace {

std::vector<ApiRule> read_rules(manifest::TableReader& check, std::string_view key) {
  std::vector<ApiRule> rules;
  for (manifest::TableReader& reader : check.tables(key)) {
    ApiRule rule;
    for (manifest::LocatedText& api : reader.texts("apis")) {
      if (!manifest::is_qualified_name(api.text)) {
        reader.mistake(api.line, manifest::in_quotes(api.text), manifest::kQualifiedNameRule);
      }
      rule.apis.push_back(std::move(api.text));
    }
    rule.use = reader.text("use").value_or("");
    if (reader.has("in")) {
      for (manifest::LocatedText& file : reader.texts("in")) rule.in.push_back(std::move(file.text));
    }
    reader.refuse_other_keys();
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace

ApiRulesCheck ApiRulesCheck::read(manifest::TableReader& check, std::optional<int>) {
  ApiRulesCheck settings;
  settings.required = read_rules(check, "required");
  if (check.has("forbidden")) settings.forbidden = read_rules(check, "forbidden");
  return settings;
}

void ApiRulesCheck::settle(const manifest::CheckDraft& own, const manifest::LabChecks& lab,
                           manifest::Mistakes& mistakes) const {
  for (const auto* rules : {&required, &forbidden}) {
    for (const ApiRule& rule : *rules) {
      for (const std::string& file : rule.in) {
        if (std::find(lab.submit.begin(), lab.submit.end(), file) != lab.submit.end()) continue;
        mistakes.add(own.id_line, fmt::format("a rule in {} of the check {}", manifest::in_quotes(file), own.check.id),
                     "files that the lab's submit names");
      }
    }
  }
}

}  // namespace lockstep
