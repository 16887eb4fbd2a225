#include <atomic>
#include <cstdio>
#include <string>
#include <thread>

std::string old_file = "old";
std::string part = "half";
std::atomic<const std::string*> name = &old_file;

int main() {
  std::thread writer([] {
    part = "new";
    name = &part;
  });
  std::thread reader([] { std::printf("%s\n", name.load()->c_str()); });
  writer.join();
  reader.join();
}
