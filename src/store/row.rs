//! A row read as a whole: its columns, in their order, are a tuple, or the fields of a struct. Nobody
//! counts them.

use crate::store::read::Row;
use crate::store::{Column, StoreError};

/// The columns of a row that are not read yet.
pub struct Rest<'a, 'r> {
    row: &'a Row<'r>,
    next: usize,
}

impl Rest<'_, '_> {
    /// Passes over so many.
    pub const fn pass(&mut self, columns: usize) {
        self.next += columns;
    }
}

/// What one column or more are, one after the other.
pub trait Columns: Sized {
    /// From the next ones.
    fn take(rest: &mut Rest<'_, '_>) -> Result<Self, StoreError>;
}

/// A row from its first column on.
pub fn columns<T: Columns>(row: &Row<'_>) -> Result<T, StoreError> {
    T::take(&mut Rest { row, next: 0 })
}

impl<T: Column> Columns for T {
    fn take(rest: &mut Rest<'_, '_>) -> Result<Self, StoreError> {
        let column = rest.next;
        rest.next += 1;
        rest.row.get(column)
    }
}

/// Tuples, of two up to as many as there are names.
macro_rules! tuples {
    ([$($name:ident)+]) => {
        impl<$($name: Columns),+> Columns for ($($name,)+) {
            fn take(rest: &mut Rest<'_, '_>) -> Result<Self, StoreError> {
                Ok(($($name::take(rest)?,)+))
            }
        }
    };
    ([$($done:ident)+] $name:ident $($others:ident)*) => {
        tuples!([$($done)+]);
        tuples!([$($done)+ $name] $($others)*);
    };
}

tuples!([A B] C D E F G H I J K L M N O P);

/// Says of a struct that its fields are columns, in this order.
macro_rules! fields {
    ($name:ty: $($field:ident),+) => {
        impl $crate::store::Columns for $name {
            fn take(
                rest: &mut $crate::store::Rest<'_, '_>,
            ) -> Result<Self, $crate::store::StoreError> {
                Ok(Self { $($field: $crate::store::Columns::take(rest)?),+ })
            }
        }
    };
}

pub(crate) use fields;
