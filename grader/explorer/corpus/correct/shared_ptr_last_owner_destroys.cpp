// finding: none
// Three owners let go of one object at any time; the last one destroys it, exactly once, and its
// destructor may look at what the others wrote, each into a field of its own.
#include <cassert>
#include <memory>
#include <thread>
#include <utility>

struct Guestbook {
  explicit Guestbook(int& result) : sum(result) {}
  ~Guestbook() { sum += first + second; }
  int& sum;
  int first = 0;
  int second = 0;
};

int main() {
  int sum = 0;  // written by the destructor, read after both threads are joined
  auto book = std::make_shared<Guestbook>(sum);
  std::thread ann([copy = book] { copy->first = 3; });
  std::thread bob([copy = book] { copy->second = 4; });
  book.reset();
  ann.join();
  bob.join();

  assert(sum == 7);
}
