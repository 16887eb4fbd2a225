#include <cstdio>
#include <stop_token>

int main() {
  std::stop_source source;
  std::printf("a");
  source.request_stop();
  std::printf("b");
  const std::stop_callback callback(source.get_token(), [] { std::printf("c"); });
  std::printf("d");
}
