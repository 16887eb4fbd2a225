// The four tables, at full speed: what each is asked stands in diners.h.

#include <gtest/gtest.h>

#include "diners.h"

TEST(OrderedTableTest, RefusesFewerThanTwoSeats) { refuses_fewer_than_two_seats(ordered_table); }
TEST(OrderedTableTest, RefusesASeatThatIsNotThere) { refuses_a_seat_that_is_not_there(ordered_table); }
TEST(OrderedTableTest, ServesOneMealACall) { serves_one_meal_a_call(ordered_table); }
TEST(OrderedTableTest, KeepsNeighboursApart) { keeps_neighbours_apart(ordered_table); }
TEST(OrderedTableTest, PassesOnWhatAMealThrows) { passes_on_what_a_meal_throws(ordered_table); }

TEST(WaiterTableTest, RefusesFewerThanTwoSeats) { refuses_fewer_than_two_seats(waiter_table); }
TEST(WaiterTableTest, RefusesASeatThatIsNotThere) { refuses_a_seat_that_is_not_there(waiter_table); }
TEST(WaiterTableTest, ServesOneMealACall) { serves_one_meal_a_call(waiter_table); }
TEST(WaiterTableTest, KeepsNeighboursApart) { keeps_neighbours_apart(waiter_table); }
TEST(WaiterTableTest, PassesOnWhatAMealThrows) { passes_on_what_a_meal_throws(waiter_table); }

TEST(BackOffTableTest, RefusesFewerThanTwoSeats) { refuses_fewer_than_two_seats(back_off_table); }
TEST(BackOffTableTest, RefusesASeatThatIsNotThere) { refuses_a_seat_that_is_not_there(back_off_table); }
TEST(BackOffTableTest, ServesOneMealACall) { serves_one_meal_a_call(back_off_table); }
TEST(BackOffTableTest, KeepsNeighboursApart) { keeps_neighbours_apart(back_off_table); }
TEST(BackOffTableTest, PassesOnWhatAMealThrows) { passes_on_what_a_meal_throws(back_off_table); }

TEST(MonitorTableTest, RefusesFewerThanTwoSeats) { refuses_fewer_than_two_seats(monitor_table); }
TEST(MonitorTableTest, RefusesASeatThatIsNotThere) { refuses_a_seat_that_is_not_there(monitor_table); }
TEST(MonitorTableTest, ServesOneMealACall) { serves_one_meal_a_call(monitor_table); }
TEST(MonitorTableTest, KeepsNeighboursApart) { keeps_neighbours_apart(monitor_table); }
TEST(MonitorTableTest, PassesOnWhatAMealThrows) { passes_on_what_a_meal_throws(monitor_table); }
