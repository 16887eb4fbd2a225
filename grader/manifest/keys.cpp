#include "manifest/keys.h"

#include <fmt/core.h>

#include "manifest/attack.h"
#include "manifest/check_kinds.h"
#include "manifest/equivalent_reader.h"
#include "manifest/lab_reader.h"
#include "manifest/mutant_reader.h"
#include "manifest/quiz_reader.h"

namespace lockstep::manifest {
namespace {

/// The keys that `read` asks a reader of no file for.
template <class Read>
std::vector<KeyDoc> keys_of(const char* where, const Read& read) {
  std::vector<KeyDoc> keys;
  Mistakes ignored{{}};
  TableReader reader(where, keys, ignored);
  read(reader);
  return keys;
}

}  // namespace

std::vector<KeyDoc> lab_keys() {
  std::vector<KeyDoc> keys = keys_of("the lab", [](TableReader& reader) { (void)read_lab(reader); });
  for (const std::string& kind : check_kinds()) {
    const std::string table = fmt::format("[[check]] of kind {}", kind);
    const auto of_kind =
        keys_of(table.c_str(), [&](TableReader& reader) { (void)read_settings(kind, reader, std::nullopt); });
    keys.insert(keys.end(), of_kind.begin(), of_kind.end());
  }
  return keys;
}

std::vector<KeyDoc> mutant_keys() {
  return keys_of("the mutant", [](TableReader& reader) {
    (void)read_mutant(reader, Manifest{}, {"solution", "variants/NAME"});
  });
}

std::vector<KeyDoc> attack_keys() {
  return keys_of("the attack", [](TableReader& reader) {
    (void)read_attack(reader, Manifest{}, {"skeleton", "solution", "variants/NAME"});
  });
}

std::vector<KeyDoc> variant_keys() {
  return keys_of("the variant", [](TableReader& reader) { (void)read_variant(reader); });
}

std::vector<KeyDoc> equivalent_keys() {
  return keys_of("the equivalent mutants", [](TableReader& reader) { (void)read_equivalents(reader); });
}

std::vector<KeyDoc> quiz_keys() {
  return keys_of("the quiz", [](TableReader& reader) { (void)read_quiz(reader); });
}

}  // namespace lockstep::manifest
