#include "epoll_network.h"

#include <stdexcept>

// Part 1: the network of the operating system. Read README.md first.

EpollNetwork::EpollNetwork(std::unique_ptr<Listener> /*listener*/) {
  throw std::logic_error("EpollNetwork is not written yet: see part 1 of README.md");
}

int EpollNetwork::adopt(Fd /*socket*/) {
  throw std::logic_error("EpollNetwork::adopt is not written yet: see part 1 of README.md");
}

TimePoint EpollNetwork::now() const {
  throw std::logic_error("EpollNetwork::now is not written yet: see part 1 of README.md");
}

std::optional<int> EpollNetwork::accept() {
  throw std::logic_error("EpollNetwork::accept is not written yet: see part 1 of README.md");
}

void EpollNetwork::stop_listening() {
  throw std::logic_error("EpollNetwork::stop_listening is not written yet: see part 1 of README.md");
}

Transfer EpollNetwork::read(int /*connection*/, std::span<char> /*into*/) {
  throw std::logic_error("EpollNetwork::read is not written yet: see part 1 of README.md");
}

Transfer EpollNetwork::write(int /*connection*/, std::string_view /*bytes*/) {
  throw std::logic_error("EpollNetwork::write is not written yet: see part 1 of README.md");
}

void EpollNetwork::close(int /*connection*/) {
  throw std::logic_error("EpollNetwork::close is not written yet: see part 1 of README.md");
}

void EpollNetwork::watch(int /*connection*/, Direction /*direction*/) {
  throw std::logic_error("EpollNetwork::watch is not written yet: see part 1 of README.md");
}

std::vector<Ready> EpollNetwork::wait(TimePoint /*deadline*/) {
  throw std::logic_error("EpollNetwork::wait is not written yet: see part 1 of README.md");
}

void EpollNetwork::wake() { throw std::logic_error("EpollNetwork::wake is not written yet: see part 1 of README.md"); }
