#include <memory>
#include <string>
#include <thread>

int main() {
  auto name = std::make_unique<std::string>("Ada");
  std::thread greets([&text = *name] { std::string("Hello, ") += text; });
  name.reset();
  greets.join();
}
