#pragma once

#include <functional>
#include <memory>
#include <string>

#include "check_then_act.h"
#include "double_checked.h"
#include "file_race.h"
#include "iteration.h"
#include "lost_update.h"
#include "publication.h"
#include "shared_pointer.h"
#include "yielding.h"

// Part 1: your own tests. Read README.md first.
//
// Each is the body of an explored test: the explorer runs it in every schedule. It makes an object, uses it from two
// or more threads, joins them, and says with `assert` what must hold. It returns in each schedule in which all that the
// object's header promises is kept. `assert` is that of <cassert>; GoogleTest's macros are not for tests of your own.

template <class T>
using Make = std::function<std::unique_ptr<T>()>;
using MakeLazyConfig = std::function<std::unique_ptr<LazyConfig>(std::function<Config()> read)>;
using SaveNew = std::function<bool(Folder& folder, const std::string& name, const std::string& text)>;

void exposes_lost_update(const Make<Tickets>& make);
void exposes_check_then_act(const Make<Seats>& make);
void exposes_double_checked(const MakeLazyConfig& make);
void exposes_publication(const Make<Board>& make);
void exposes_iteration(const Make<Bill>& make);
void exposes_shared_pointer(const Make<Ticker>& make);
void exposes_yielding(const Make<Answer>& make);
void exposes_file_race(const SaveNew& save_new);
