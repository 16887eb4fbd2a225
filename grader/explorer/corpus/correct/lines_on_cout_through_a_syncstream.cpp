// finding: none
// Two threads print through osyncstream, so their lines do not mix; which comes first is left open.
#include <iostream>
#include <syncstream>
#include <thread>

int main() {
  auto greet = [](const char* name) { std::osyncstream(std::cout) << "hello from " << name << '\n'; };
  std::thread ann(greet, "Ann");
  std::thread bob(greet, "Bob");
  ann.join();
  bob.join();
}
