// An object file, as the compiler makes it of a submission, whose assembly can write any section.

#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "input.h"
#include "integrity/machine_code.h"
#include "integrity/object.h"
#include "integrity/source_lines.h"
#include "os/fd.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lockstep;
  const os::Fd file(memfd_create("object", MFD_CLOEXEC));
  fuzz::require(write(file.get(), data, size) == static_cast<ssize_t>(size), "the input is written");
  const std::string path = "/proc/self/fd/" + std::to_string(file.get());
  integrity::SourceLines lines(path);
  const auto object = integrity::read_object(path);
  const auto code = integrity::MachineCode::read(path);
  fuzz::require(object.has_value() == code.has_value(), "both readers know what an object is");
  if (!object) return 0;
  for (const auto& symbol : object->symbols) {
    fuzz::require(symbol.at.section < object->sections.size(), "a symbol is in a section that there is");
    static_cast<void>(lines.place_of_function(symbol.at));
  }
  for (const auto& function : code->functions()) {
    for (const auto& spot : code->accesses_of(function).spots) {
      fuzz::require(spot.offset - function.at.offset < function.size, "an access is in its function");
      static_cast<void>(lines.place_of(spot));
    }
  }
  return 0;
}
