// change.patch, and what it makes of a file.

#include <string>
#include <vector>

#include "input.h"
#include "manifest/patch.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lockstep;
  const std::vector<std::string> submit{"a.cpp", "b/b.h"};
  const std::string base = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";
  const auto patch = read_patch("change.patch", fuzz::text_of(data, size), submit);
  if (!patch) {
    fuzz::require(patch.error().message.starts_with("change.patch"), "an error names the patch");
    return 0;
  }
  for (const FileChange& change : patch->files) {
    fuzz::require(change.file == submit[0] || change.file == submit[1], "only files of submit are changed");
    const auto changed = apply(*patch, change.file, base);
    if (!changed) continue;
    fuzz::require(changed->size() <= base.size() + size, "no more is added than the patch holds");
    fuzz::require(patch->changed_lines > 0 || *changed == base, "what changes no line changes nothing");
  }
  fuzz::require(apply(*patch, "c.cpp", base) == base, "another file stays as it is");
  return 0;
}
