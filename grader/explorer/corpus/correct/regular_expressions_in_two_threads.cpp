// finding: none
// Two clerks read orders with regular expressions of their own. The expressions share the locale, which keeps what it
// has looked up.
#include <cassert>
#include <regex>
#include <string>
#include <thread>

int main() {
  const auto read_order = [](const std::string& order, const std::string& amount) {
    const std::regex shape("([a-z]+) ([0-9]+)");
    std::smatch parts;
    assert(std::regex_match(order, parts, shape) && parts[2] == amount);
  };
  std::thread first(read_order, "apples 3", "3");
  std::thread second(read_order, "pears 12", "12");
  first.join();
  second.join();
}
