// finding: exception
// A visitor holds a weak_ptr to the house and makes a shared_ptr of it without asking whether the house still stands.
// If the owner has let go of it by then, the constructor throws bad_weak_ptr, which nobody catches.
#include <memory>
#include <thread>

int main() {
  auto house = std::make_shared<const int>(12);
  std::weak_ptr<const int> address = house;
  int number = 0;
  std::thread owner([&] { house.reset(); });
  std::thread visitor([&] {
    const std::shared_ptr<const int> visited(address);
    number = *visited;
  });
  owner.join();
  visitor.join();
  return number == 12 ? 0 : 1;
}
