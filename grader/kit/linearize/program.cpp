#include "linearize/program.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "linearize/table.h"
#include "lockstep/linearize/text.h"

namespace lockstep::linearize {
namespace {

constexpr std::string_view kFaults = R"(
struct Fault : std::exception {
  const char* what() const noexcept override { return "a fault, thrown on purpose"; }
};

std::atomic<int> calls_until_one_throws{0};  // 0: none does

/// A place where something may throw.
void fault_point() {
  if (calls_until_one_throws.fetch_sub(1, std::memory_order_relaxed) == 1) throw Fault();
}
)";

constexpr std::string_view kShow = R"(
/// What a call gives, as text.
template <class T>
std::string text_of(const T& value) {
  if constexpr (requires { to_text(value); }) {
    return to_text(value);
  } else if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_arithmetic_v<T>) {
    return std::to_string(value);
  } else if constexpr (std::is_convertible_v<const T&, std::string>) {
    return '"' + std::string(value) + '"';
  } else {
    return value ? text_of(*value) : "nothing";
  }
}

/// Makes a call, and prints what it gives or throws.
template <class Call>
void show(const std::string& name, const Call& call) {
  std::string outcome = "done";
  try {
    if constexpr (std::is_void_v<decltype(call())>) {
      call();
    } else {
      outcome = text_of(call());
    }
  } catch (const std::exception& thrown) {
    outcome = std::string("throws an exception: ") + thrown.what();
  } catch (const int number) {
    outcome = "throws " + std::to_string(number);
  } catch (...) {
    outcome = "throws something";
  }
  std::cout << name + " -> " + outcome + "\n";
}
)";

/// A pattern (Client::reads) with the arguments in their places.
std::string with_arguments(const std::string& pattern, const std::vector<std::string>& arguments) {
  std::string code;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '$' && i + 1 < pattern.size() && pattern[i + 1] > '0' &&
                       static_cast<std::size_t>(pattern[i + 1] - '0') <= arguments.size();
    if (place) {
      code += arguments[static_cast<std::size_t>(pattern[++i] - '1')];
    } else {
      code += pattern[i];
    }
  }
  return code;
}

std::string code(const Layout::Entry& entry, const std::string& object) {
  const auto& arguments = entry.operation->code_of_arguments[entry.argument];
  if (entry.operation->code) return with_arguments(*entry.operation->code, arguments);
  std::string list;
  for (const std::string& argument : arguments) list += (list.empty() ? "" : ", ") + argument;
  return object + "." + entry.operation->name + "(" + list + ")";
}

/// Without line breaks at its ends.
std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
  return text.substr(begin, text.find_last_not_of('\n') + 1 - begin);
}

std::string indented(std::string_view text, std::string_view by) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines += by;
    lines += text.substr(0, end);
    lines += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Where the explorer itself sees what is wrong, and not only the comparison with the reference.
bool explorer_sees(FindingKind kind, Waiting waiting) {
  return kind != FindingKind::kAssertion && (kind != FindingKind::kDeadlock || waiting == Waiting::kNever);
}

class Writer {
 public:
  Writer(const Interface& interface, const Scenario& scenario, Waiting waiting)
      : program_(*interface.program), scenario_(scenario), layout_(scenario, interface), waiting_(waiting) {}

  [[nodiscard]] std::string text(const Exploration& shown) const {
    std::string body;
    if (!program_.declarations.empty()) body += "\n" + indented(trimmed(program_.declarations), "");
    body += kShow;
    body += "\nint main() {\n" + indented(trimmed(program_.object), "  ");
    body += calls(Layout::Part::kBefore, "first: ", "  ") + threads();
    body += calls(Layout::Part::kClosing, "in the end: ", "  ") + "}\n";
    const bool with_faults = scenario_.fault > 0 || body.find("fault_point()") != std::string::npos ||
                             body.find("Fault") != std::string::npos;
    const std::string faults(with_faults ? kFaults : "");
    return comment(head(shown)) + "\n" + includes(with_faults) + faults + body;
  }

 private:
  [[nodiscard]] std::string head(const Exploration& shown) const {
    std::string text = "A scenario of " + std::to_string(layout_.threads()) + " threads, to step through.\n\n";
    if (shown.finding) {
      text += trimmed(shown.finding->message);
      text += "\n\nThe interleaving that showed it:\n";
      text += trimmed(shown.finding->trace);
    } else {
      text += "Nothing is wrong in the schedule that was run.\nThe scenario:\n" + table(layout_, scenario_, nullptr);
    }
    std::string files = "my_test.cpp";
    for (const std::string& source : program_.sources) files += " " + source;
    text +=
        "\n\nSave this as my_test.cpp in your lab's folder. Compile and run it there:\n"
        "  g++ -std=c++20 -g -pthread " +
        files +
        " -o my_test && ./my_test\n"
        "Threads that run freely seldom take the order that fails. In a debugger you decide which of them goes on.\n";
    if (!shown.finding || !explorer_sees(shown.finding->kind, waiting_)) return text;
    return text + "The explorer finds an order that fails:\n  ../../lab explore " + files;
  }

  [[nodiscard]] std::string includes(bool with_faults) const {
    std::set<std::string> system{"<exception>", "<iostream>", "<string>", "<thread>", "<type_traits>"};
    if (with_faults || waits()) system.insert("<atomic>");
    if (waits()) system.insert("<chrono>");
    std::string own;
    for (const std::string& header : program_.headers) {
      if (header.starts_with('<')) {
        system.insert(header);
      } else {
        own += "#include \"" + header + "\"\n";
      }
    }
    std::string text;
    for (const std::string& header : system) text += "#include " + header + "\n";
    return text + (own.empty() ? "" : "\n" + own);
  }

  [[nodiscard]] bool waits() const {
    return waiting_ == Waiting::kUntilReleased && layout_.of(Layout::Part::kRelease) != 0;
  }

  [[nodiscard]] std::string call(const Layout::Entry& entry, const std::string& who, const std::string& indent) const {
    const std::string expression = code(entry, program_.name);
    if (expression.empty()) return "";
    return indent + "show(" + string_literal(who + linearize::text(entry)) + ", [&] { return " + expression + "; });\n";
  }

  [[nodiscard]] std::string calls(Layout::Part part, const std::string& who, const std::string& indent) const {
    std::string text;
    for (const Layout::Entry& entry : layout_.entries()) {
      if (entry.part == part) text += call(entry, who, indent);
    }
    return text;
  }

  [[nodiscard]] std::string threads() const {
    std::string text;
    if (waits()) text += "  std::atomic<int> at_work{" + std::to_string(layout_.threads()) + "};\n";
    if (scenario_.fault > 0) {
      text += "  calls_until_one_throws = " + std::to_string(scenario_.fault) + ";  // calls of fault_point\n";
    }
    text += "  {\n";
    for (std::size_t thread = 0; thread < layout_.threads(); ++thread) {
      const std::string number = std::to_string(thread + 1);
      text += "    std::jthread thread_" + number + "([&] {\n";
      for (std::size_t i = layout_.begin_of_thread(thread); i < layout_.end_of_thread(thread); ++i) {
        text += call(layout_.entries()[i], "T" + number + ": ", "      ");
      }
      text += waits() ? "      --at_work;\n    });\n" : "    });\n";
    }
    if (waits()) {
      text += "    std::this_thread::sleep_for(std::chrono::seconds(1));  // until no thread can go on\n" +
              std::string("    if (at_work > 0) {\n") + calls(Layout::Part::kRelease, "when all waited: ", "      ") +
              "    }\n";
    }
    text += "  }\n";
    return text + (scenario_.fault > 0 ? "  calls_until_one_throws = 0;\n" : "");
  }

  const AsProgram& program_;
  const Scenario& scenario_;
  const Layout layout_;
  const Waiting waiting_;
};

}  // namespace

std::string comment(std::string_view text) {
  constexpr std::size_t kWidth = 110;
  std::string lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    if (end > kWidth) {
      const std::size_t space = text.find_last_of(' ', kWidth);
      if (space != std::string_view::npos && space > kWidth / 2) end = space;
    }
    std::string line = "// " + std::string(text.substr(0, end));
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    if (line.ends_with('\\')) line += '.';  // else the next line would be a comment, too
    lines += line + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string program_text(const Interface& interface, const Scenario& scenario, Waiting waiting,
                         const Exploration& shown) {
  return interface.program ? Writer(interface, scenario, waiting).text(shown) : "";
}

}  // namespace lockstep::linearize
