#include "explorer/report/symbols.h"

#include <cxxabi.h>
#include <dwarf.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "explorer/image/stack.h"
#include "lockstep/debug_info.h"

namespace lockstep::explorer {
namespace {

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

bool Frame::own() const {
  const auto lies_in = [this](const char* folder) { return file.find(folder) != std::string::npos; };
  return !file.empty() && !file.starts_with("/usr/") && !lies_in("/grader/kit/") && !lies_in("/include/kit/lockstep/");
}

std::string Frame::place() const { return base_name(file) + (line > 0 ? ":" + std::to_string(line) : ""); }

Symbols::Symbols() = default;
Symbols::~Symbols() = default;

DebugSession& Symbols::session() {
  if (session_ == nullptr) session_ = std::make_unique<DebugSession>();
  return *session_;
}

const std::vector<Frame>& Symbols::frames(std::uintptr_t address) {
  const auto found = known_.find(address);
  if (found != known_.end()) return found->second;
  std::vector<Frame>& frames = known_[address];
  Dwarf_Addr bias = 0;
  Dwarf_Die* const unit = session().unit_at(address, bias);
  if (unit == nullptr) return frames;
  const SourceLine innermost = line_at(unit, address - bias);
  Frame frame{.function = "", .file = innermost.file, .line = innermost.line};
  for (Dwarf_Die& function : functions_.at(*unit, address - bias)) {
    frame.function = debug_info::name_of(function);
    frames.push_back(frame);
    if (dwarf_tag(&function) == DW_TAG_subprogram) return frames;
    const debug_info::Place call = debug_info::call_place(*unit, function);
    frame = {.function = "", .file = call.file != nullptr ? absolute(unit, call.file) : "", .line = call.line};
  }
  if (!frame.file.empty()) frames.push_back(frame);
  return frames;
}

Place Symbols::own_place(const Stack& stack) {
  for (const std::uintptr_t address : stack) {
    const Place place = image().place(address);
    if (place != 0 && own_frame(place) != nullptr) return place;
  }
  return 0;
}

const Frame* Symbols::own_frame(Place place) {
  const auto& chain = frames(image().begin + place);
  const auto found = std::find_if(chain.begin(), chain.end(), [](const Frame& frame) { return frame.own(); });
  return found == chain.end() ? nullptr : &*found;
}

std::string Symbols::place(Place place) {
  const Frame* frame = place == 0 ? nullptr : own_frame(place);
  return frame == nullptr ? "a library" : frame->place();
}

bool Symbols::trusted(Place place) {
  const auto& chain = frames(image().begin + place);
  return std::any_of(chain.begin(), chain.end(), [](const Frame& frame) {
    return frame.file.ends_with("/bits/shared_ptr_atomic.h") || frame.file.ends_with("/bits/locale_facets.h");
  });
}

bool Symbols::any_frame(const Stack& stack, bool (*matches)(const Frame&)) {
  return std::any_of(stack.begin(), stack.end(), [&](std::uintptr_t address) {
    if (image().place(address) == 0) return false;
    const auto& chain = frames(address);
    return std::any_of(chain.begin(), chain.end(), matches);
  });
}

namespace {

/// In the library's loop that takes several locks at once.
bool takes_several(const Frame& frame) {
  return frame.file.ends_with("/mutex") &&
         (frame.function == "lock" || frame.function.starts_with("__lock_impl") || frame.function.starts_with("lock<"));
}

/// In a try_lock of one of the standard's mutexes.
bool tries_a_mutex(const Frame& frame) {
  const std::string_view file = frame.file;
  return frame.function.starts_with("try_lock") &&
         (file.ends_with("/bits/std_mutex.h") || file.ends_with("/mutex") || file.ends_with("/shared_mutex"));
}

/// In a part of libstdc++ that has atomics of its own.
bool has_own_atomics(const Frame& frame) {
  static constexpr std::array<std::string_view, 10> kFiles{"/bits/atomic_wait.h",
                                                           "/bits/semaphore_base.h",
                                                           "/bits/shared_ptr_base.h",
                                                           "/bits/shared_ptr_atomic.h",
                                                           "/ext/atomicity.h",
                                                           "/barrier",
                                                           "/future",
                                                           "/latch",
                                                           "/mutex",
                                                           "/stop_token"};
  return std::any_of(kFiles.begin(), kFiles.end(), [&](std::string_view file) { return frame.file.ends_with(file); });
}

}  // namespace

bool Symbols::backs_off(const Stack& stack) { return any_frame(stack, takes_several); }

std::optional<bool> Symbols::may_fail_spuriously(const Stack& stack) {
  bool tries = false;
  for (const std::uintptr_t address : stack) {
    if (image().place(address) == 0) continue;
    for (const Frame& frame : frames(address)) {
      if (frame.own()) return tries;
      if (takes_several(frame)) return false;
      tries |= tries_a_mutex(frame);
    }
  }
  return std::nullopt;
}

std::optional<bool> Symbols::may_be_stale(const Stack& stack) {
  for (const std::uintptr_t address : stack) {
    if (image().place(address) == 0) continue;
    for (const Frame& frame : frames(address)) {
      if (frame.own()) return true;
      if (has_own_atomics(frame)) return false;
    }
  }
  return std::nullopt;
}

bool Symbols::drops_a_thread(const Stack& stack) {
  // Clang makes one call of those of several destructors in a function, and gives it no line.
  const auto innermost =
      std::find_if(stack.begin(), stack.end(), [&](std::uintptr_t address) { return !frames(address).empty(); });
  if (innermost != stack.end() && frames(*innermost).front().line == 0) return true;
  return any_frame(stack, [](const Frame& frame) {
    return frame.file.ends_with("/bits/std_thread.h") && (frame.function == "~thread" || frame.function == "operator=");
  });
}

bool Symbols::in_stop_state(const Stack& stack) {
  for (const std::uintptr_t address : stack) {
    if (image().place(address) == 0) continue;
    for (const Frame& frame : frames(address)) {
      if (frame.own()) return false;
      if (frame.file.ends_with("/stop_token")) return true;
    }
  }
  return false;
}

std::optional<bool> Symbols::spins_before_it_waits(const Stack& stack) {
  for (const std::uintptr_t address : stack) {
    if (image().place(address) == 0) continue;
    for (const Frame& frame : frames(address)) {
      if (frame.own()) return false;
      if (frame.file.ends_with("/bits/atomic_wait.h") && frame.function.starts_with("__atomic_spin")) return true;
    }
  }
  return std::nullopt;
}

bool Symbols::waits_for_an_atomic(const Stack& stack) {
  return any_frame(stack, [](const Frame& frame) { return frame.file.ends_with("/bits/atomic_wait.h"); });
}

std::string Symbols::variable(std::uintptr_t address) {
  if (session().module() == nullptr) return {};
  GElf_Off offset = 0;
  GElf_Sym symbol{};
  const char* name = dwfl_module_addrinfo(session().module(), address, &offset, &symbol, nullptr, nullptr, nullptr);
  if (name == nullptr || GELF_ST_TYPE(symbol.st_info) != STT_OBJECT || offset >= symbol.st_size) return {};
  if (!std::string_view(name).starts_with("_Z")) return name;  // of C: "n" read as a mangled type is __int128
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> readable(abi::__cxa_demangle(name, nullptr, nullptr, &status),
                                                             std::free);
  return readable != nullptr ? readable.get() : name;
}

std::string Symbols::resolve(std::string text) {
  constexpr std::string_view kMark = "{place:";
  for (std::size_t begin = text.find(kMark); begin != std::string::npos; begin = text.find(kMark, begin)) {
    const std::size_t end = text.find('}', begin);
    const auto number = std::strtoul(text.c_str() + begin + kMark.size(), nullptr, 16);
    text.replace(begin, end + 1 - begin, place(static_cast<Place>(number)));
  }
  return text;
}

}  // namespace lockstep::explorer
