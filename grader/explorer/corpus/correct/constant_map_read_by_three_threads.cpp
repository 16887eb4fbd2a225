// finding: none
// The map is filled before the threads start and only read by them: const access to a container
// from several threads needs no lock.
#include <cassert>
#include <map>
#include <string>
#include <thread>

int main() {
  std::map<std::string, int> legs;
  legs["ant"] = 6;
  legs["dog"] = 4;

  auto look_up = [&](const std::string& name, int expected) {
    const auto found = legs.find(name);
    assert(found != legs.end() && found->second == expected);
  };
  std::thread first(look_up, "ant", 6);
  std::thread second(look_up, "dog", 4);
  std::thread third([&] { assert(legs.count("cow") == 0); });
  first.join();
  second.join();
  third.join();
  legs["cow"] = 4;  // alone again

  assert(legs.size() == 3);
}
