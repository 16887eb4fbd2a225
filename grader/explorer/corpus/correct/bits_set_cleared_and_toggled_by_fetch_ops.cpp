// finding: none
// Each thread works on its own bits of one shared word with fetch_or, fetch_and and fetch_xor; the
// old value each operation returns shows at least its own bits as it left them.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<unsigned> word{0b1010'0000};

  auto work = [&](unsigned set_bit, unsigned clear_bit, unsigned toggle_bit) {
    const unsigned before = word.fetch_or(set_bit);
    assert((before & set_bit) == 0);
    const unsigned middle = word.fetch_and(~clear_bit);
    assert((middle & set_bit) != 0 && (middle & clear_bit) != 0);
    word.fetch_xor(toggle_bit);
    const unsigned last = word.fetch_xor(toggle_bit);
    assert((last & toggle_bit) != 0);
  };
  std::thread low(work, 0b0001u, 0b0010'0000u, 0b0100u);
  std::thread high(work, 0b0010u, 0b1000'0000u, 0b1000u);
  low.join();
  high.join();

  assert(word == 0b0011);
}
