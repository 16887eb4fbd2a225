#include "command_line.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <iostream>

namespace lockstep::measure {

bool read_options(const std::vector<std::string_view>& words, const std::vector<NumberOption>& options) {
  for (std::size_t i = 0; i < words.size(); i += 2) {
    const auto option = std::ranges::find(options, words[i], &NumberOption::name);
    if (option == options.end() || i + 1 == words.size()) return false;
    const std::string_view text = words[i + 1];
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return false;
    if (number < option->least || number > option->most) return false;
    option->set(number);
  }
  return true;
}

int run(const CommandLine& line, int argc, char** argv) {
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (words == std::vector<std::string_view>{"--serve"}) {
    line.serve();
    return 0;
  }
  if (words == std::vector<std::string_view>{"--help"}) {
    std::cout << line.usage;
    return 0;
  }
  if (!read_options(words, line.options)) {
    std::cerr << line.usage;
    return 2;
  }
  try {
    return line.write_table() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cout << "\nstopped by an exception: " << error.what() << '\n';
    return 1;
  }
}

}  // namespace lockstep::measure
