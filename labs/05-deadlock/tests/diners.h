#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

#include "table.h"

// What a table of any kind is asked, in tests that run at full speed.

using MakeTable = std::unique_ptr<Table> (*)(int seats);

inline void refuses_fewer_than_two_seats(MakeTable make) {
  for (const int seats : {1, 0, -1}) EXPECT_THROW((void)make(seats), std::invalid_argument) << seats << " seats";
}

inline void refuses_a_seat_that_is_not_there(MakeTable make) {
  const auto table = make(3);
  bool eaten = false;
  for (const int seat : {-1, 3, 4}) {
    EXPECT_THROW(table->eat(seat, [&] { eaten = true; }), std::out_of_range) << "seat " << seat;
  }
  EXPECT_FALSE(eaten) << "there is no such seat, and somebody ate there";
  for (const int seat : {0, 1, 2}) table->eat(seat, [] {});
}

inline void serves_one_meal_a_call(MakeTable make) {
  const auto table = make(5);
  std::vector<int> meals;
  for (const int seat : {4, 0, 2, 2, 3}) table->eat(seat, [&meals, seat] { meals.push_back(seat); });
  EXPECT_EQ(meals, (std::vector{4, 0, 2, 2, 3}));
}

/// As many philosophers as threads, all hungry at once. The forks are watched: each is in one hand at most.
inline void keeps_neighbours_apart(MakeTable make) {
  constexpr int kMeals = 50;
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) {
    const int seats = threads < 2 ? 2 : threads;
    const auto table = make(seats);
    std::vector<std::atomic<int>> hands(static_cast<std::size_t>(seats));
    std::atomic<int> meals = 0;
    std::atomic<bool> shared = false;
    {
      std::vector<std::jthread> philosophers;
      philosophers.reserve(static_cast<std::size_t>(threads));
      for (int seat = 0; seat < threads; ++seat) {
        philosophers.emplace_back([&, seat] {
          auto& left = hands[static_cast<std::size_t>(seat)];
          auto& right = hands[static_cast<std::size_t>((seat + 1) % seats)];
          const Meal meal = [&] {
            if (++left > 1) shared = true;
            if (++right > 1) shared = true;
            std::this_thread::yield();  // a neighbour who may eat now does
            ++meals;
            --right;
            --left;
          };
          for (int i = 0; i < kMeals; ++i) table->eat(seat, meal);
        });
      }
    }
    EXPECT_FALSE(shared) << "with " << threads << " philosophers, two neighbours ate at the same time";
    EXPECT_EQ(meals, threads * kMeals) << "this is not the number of meals that were asked for";
  }
}

/// The first meal throws; a second one would go well.
template <class Exception>
void passes_on(Table& table, int seat, const Exception& exception) {
  int meals = 0;
  const Meal meal = [&] {
    if (++meals == 1) throw exception;
  };
  EXPECT_THROW(table.eat(seat, meal), Exception) << "the caller is to get the exception that the meal threw";
  EXPECT_EQ(meals, 1) << "the meal threw, and this is how often it was called";
}

inline void passes_on_what_a_meal_throws(MakeTable make) {
  struct Spilt : std::runtime_error {
    Spilt() : std::runtime_error("the soup is on the table") {}
  };
  const auto table = make(3);
  for (const int seat : {0, 1, 2}) {
    passes_on(*table, seat, std::domain_error("a fly in the soup"));
    passes_on(*table, seat, 42);
    passes_on(*table, seat, std::bad_alloc());
    passes_on(*table, seat, Spilt());
  }
  // If this waits for ever, an exception left a fork in a hand.
  for (const int seat : {0, 1, 2}) table->eat(seat, [] {});
}
