// finding: assertion
// main starts the server and then sets the port it is to listen on.
// Nothing makes the server wait for the port (an order violation): it can read the port while it is still 0.
#include <atomic>
#include <cassert>
#include <thread>

int main() {
  std::atomic<int> port{0};
  std::thread server([&] { assert(port != 0); });
  port = 8080;
  server.join();
}
