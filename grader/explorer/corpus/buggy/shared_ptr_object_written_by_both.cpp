// finding: data-race
// Each thread holds its own shared_ptr to one account.
// The reference count is atomic; the balance it leads to is plain, and both threads write it.
#include <memory>
#include <thread>

struct Account {
  int balance = 100;
};

int main() {
  auto account = std::make_shared<Account>();
  std::thread payer([mine = account] { mine->balance -= 30; });
  std::thread payee([mine = account] { mine->balance += 50; });
  payer.join();
  payee.join();
}
