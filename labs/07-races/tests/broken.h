#pragma once

#include <functional>
#include <memory>
#include <string>

#include "my_tests.h"

/// The programs as you got them, whatever you have made of yours.
namespace broken {

std::unique_ptr<Tickets> make_tickets();
std::unique_ptr<Seats> make_seats();
std::unique_ptr<LazyConfig> make_lazy_config(std::function<Config()> read);
std::unique_ptr<Board> make_board();
std::unique_ptr<Bill> make_bill();
std::unique_ptr<Ticker> make_ticker();
std::unique_ptr<Answer> make_answer();
bool save_new(Folder& folder, const std::string& name, const std::string& text);

}  // namespace broken
