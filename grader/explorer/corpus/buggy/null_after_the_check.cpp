// finding: crash
// A reader loads an atomic pointer to see that it is not null, and loads it again to follow it.
// In between another thread can withdraw the object: the second load gives null.
#include <atomic>
#include <thread>

struct Config {
  int level = 3;
};

int main() {
  const Config config;
  std::atomic<const Config*> current{&config};
  int level = 0;
  std::thread reader([&] {
    if (current.load() != nullptr) level = current.load()->level;
  });
  std::thread withdrawer([&] { current = nullptr; });
  reader.join();
  withdrawer.join();
}
