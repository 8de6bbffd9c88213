"""ADDRESS OF: numbers for storage, and back."""

from __future__ import annotations

from cobol_runtime.addresses import Addresses
from cobol_runtime.area import Area
from cobol_runtime.linkage import NOT_PASSED


def test_the_same_storage_has_the_same_address() -> None:
    addresses = Addresses()
    memory = bytearray(b"abcdef")
    first = addresses.of(Area(memory))
    assert addresses.of(Area(memory, 2, 3)) == first + 2
    assert addresses.of(Area(bytearray(b"abcdef"))) not in range(first, first + 7)


def test_storage_is_found_again_by_its_address() -> None:
    addresses = Addresses()
    memory = bytearray(b"abcdef")
    addresses.of(Area(bytearray(1000)))
    found = addresses.area(addresses.of(Area(memory, 3)))
    assert found.memory is memory
    assert found.raw == b"def"


def test_null_is_the_address_of_nothing() -> None:
    addresses = Addresses()
    assert addresses.of(NOT_PASSED) == 0
    assert addresses.area(0) is NOT_PASSED
    addresses.of(Area(bytearray(4)))
    assert addresses.area(10**9) is NOT_PASSED


def test_allocated_storage_is_given_up_once() -> None:
    addresses = Addresses()
    made = addresses.allocate(4, "xy")
    assert made.raw == b"xy  "
    address = addresses.of(made)
    assert addresses.free(address + 1) == address + 1
    assert addresses.free(address) == 0
    assert addresses.area(address) is NOT_PASSED
    assert addresses.free(address) == address
    assert addresses.allocate(3).raw == bytes(3)
    assert addresses.allocate(0) is NOT_PASSED
